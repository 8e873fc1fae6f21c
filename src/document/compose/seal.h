// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.h"
#include "document/document.h"

namespace zhibao {

// The largest seal of a department, across (国发〔1999〕25号); mm.
inline constexpr double widestSeal = 45;

// A picture of a seal (印章图样); never an electronic signature.
struct Seal {
    QImage picture;
    double width = 42; // mm; the height follows from the picture
};

// The picture in the bytes of a file; null where there is none of pixels (PNG, JPEG, BMP, GIF) with sides of at most
// 4000. Another kind is not even tried: a drawing may name files of its own.
QImage sealPixels(QByteArray bytes);

// The picture without the paper around the seal, so that its width is the seal's own, in sRGB with transparency; null
// where nothing but paper is in it. Paper is what is transparent or light, and the specks of a scan count as paper.
QImage trimmedSeal(const QImage &picture);

// The document, as compose() makes it, with the seal pressed over the unit's name: in an outline over the 落款, in a
// table form over the name behind 填报单位（盖章）. It lies behind the text and wholly on the page. Errors:
// PictureUnreadable (""), SealTooLarge (of the longer side), PlaceUnknown (the form) where no unit's name is printed.
Result<Document> withSeal(Document document, const Notice &notice, const QString &form, const Seal &seal);

} // namespace zhibao
