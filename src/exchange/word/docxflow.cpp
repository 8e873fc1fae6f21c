// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#include "exchange/word/docxflow.h"

#include "core/report/report.h"
#include "exchange/word/symbols.h"

#include <algorithm>
#include <utility>

namespace zhibao {

namespace {

using Local = std::string_view;

constexpr int deepestFlow = 256; // elements within one another
constexpr int mostGridColumns = 1'000; // that a cell reaches over: more than any program writes

bool isOneOfNames(Local name, std::initializer_list<Local> names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isProperty(Local name)
{
    return name.size() > 2 && name.ends_with("Pr");
}

// Of what is given for programs that know more and for those that know less, the first.
pugi::xml_node chosen(const pugi::xml_node &alternatives)
{
    const pugi::xml_node choice = childNamed(alternatives, "Choice");
    return choice ? choice : childNamed(alternatives, "Fallback");
}

} // namespace

DocxFlow::DocxFlow(FilledBuilder &builder, const WordStyles &styles, ListNumbers lists)
    : m_builder(builder)
    , m_styles(styles)
    , m_lists(std::move(lists))
{
}

bool DocxFlow::read(const pugi::xml_node &body)
{
    blocks(body, 0);
    return !m_isTooDeep;
}

bool DocxFlow::isTooDeep(int depth)
{
    m_isTooDeep = m_isTooDeep || depth > deepestFlow;
    return m_isTooDeep || m_builder.isFull();
}

FilledPlace DocxFlow::place() const
{
    if (m_stream.rows)
        return {m_stream.rows->table(), m_stream.rows->row(), m_stream.column, -1, {}};
    return {-1, -1, -1, m_builder.paragraphs(), {}};
}

void DocxFlow::blocks(const pugi::xml_node &parent, int depth)
{
    for (const pugi::xml_node &node : parent) {
        if (isTooDeep(depth))
            return;
        block(node, depth + 1);
    }
}

void DocxFlow::block(const pugi::xml_node &node, int depth)
{
    const Local name = localName(node);
    if (name == "p")
        paragraph(node, depth);
    else if (name == "tbl")
        table(node, depth);
    else if (name == "sdt")
        control(node, depth, &DocxFlow::blocks);
    else if (name == "AlternateContent")
        blocks(chosen(node), depth);
    else if (name == "altChunk")
        m_builder.note(FilledNoteCode::Objects, place());
    else if (name == "del" || name == "moveFrom")
        aside(LeftOutReason::Deleted, node, depth);
    else if (!isProperty(name))
        blocks(node, depth);
}

void DocxFlow::paragraph(const pugi::xml_node &node, int depth)
{
    const pugi::xml_node properties = childNamed(node, "pPr");
    const pugi::xml_node mark = childNamed(properties, "rPr");
    const pugi::xml_node named = childNamed(properties, "pStyle");
    const WordStyles::Properties style
        = named ? m_styles.of(attributeText(named, "val")) : m_styles.ofPlainParagraphs();
    const WordStyles::Properties stated = WordStyles::stated(properties, {});
    const bool isEndDeleted = childNamed(mark, "del") || childNamed(mark, "moveFrom");
    if (childNamed(mark, "ins") || childNamed(mark, "moveTo") || isEndDeleted)
        m_builder.note(FilledNoteCode::ChangesAccepted, place());
    if (isSwitchOn(childNamed(mark, "vanish")))
        m_builder.note(FilledNoteCode::HiddenText, place());
    if (!isEndDeleted) {
        const int level = stated.outlineLevel.value_or(style.outlineLevel.value_or(-1));
        m_stream.outlineLevel = level > 8 ? -1 : level;
        number(stated, style);
    }
    m_stream.isStyleHidden = style.isHidden.value_or(false);
    inlines(node, depth);
    m_stream.fields.endParagraph();
    m_stream.isJoined = isEndDeleted;
    if (!isEndDeleted)
        endParagraph();
    boxes(depth);
}

void DocxFlow::number(const WordStyles::Properties &stated, const WordStyles::Properties &style)
{
    const int list = stated.list.value_or(style.list.value_or(0));
    const int level = stated.listLevel.value_or(stated.list ? 0 : style.listLevel.value_or(0));
    m_stream.number = list > 0 && !m_stream.text.isAside() ? m_lists.next(list, level) : QString();
}

void DocxFlow::endParagraph()
{
    m_stream.isJoined = false;
    QString text = m_stream.text.take(m_builder, place());
    // A running number alone is no text: forms have them in rows that nobody filled.
    const bool isNumbered = !m_stream.number.isEmpty() && !isBlank(text);
    if (isNumbered) {
        m_builder.note(FilledNoteCode::AutomaticNumbers, place());
        text.prepend(m_stream.number);
    }
    m_stream.number.clear();
    if (m_stream.rows)
        m_stream.lines.append(text);
    else
        m_builder.paragraph({text, 0, m_stream.outlineLevel, isNumbered, m_stream.isTextBox});
}

// Behind the paragraph in which they are anchored.
void DocxFlow::boxes(int depth)
{
    const QList<pugi::xml_node> found = std::exchange(m_stream.boxes, {});
    for (const pugi::xml_node &box : found) {
        if (isTooDeep(depth))
            return;
        m_builder.note(FilledNoteCode::TextBoxes, place());
        Stream around;
        around.isTextBox = true;
        if (m_stream.text.isAside())
            around.text.beginAside(m_stream.text.why());
        std::swap(m_stream, around);
        blocks(box, depth + 1);
        if (m_stream.isJoined)
            endParagraph();
        std::swap(m_stream, around);
    }
}

// Around whatever it stands: what it holds is as if it stood there alone.
void DocxFlow::control(const pugi::xml_node &node, int depth, void (DocxFlow::*content)(const pugi::xml_node &, int))
{
    const bool isPlaceholder = isSwitchOn(childNamed(childNamed(node, "sdtPr"), "showingPlcHdr"));
    if (isPlaceholder) {
        m_builder.note(FilledNoteCode::Placeholders, place());
        m_stream.text.beginAside(LeftOutReason::Placeholder);
    }
    (this->*content)(childNamed(node, "sdtContent"), depth);
    if (isPlaceholder)
        m_stream.text.endAside();
}

void DocxFlow::table(const pugi::xml_node &node, int depth)
{
    if (m_stream.isJoined)
        endParagraph();
    if (m_stream.rows) {
        m_builder.note(FilledNoteCode::NestedTables, place());
        const bool wasInTable = std::exchange(m_stream.isInTable, true);
        rows(node, depth);
        m_stream.isInTable = wasInTable;
        return;
    }
    FilledRows own(m_builder, 0);
    m_stream.rows = &own;
    rows(node, depth);
    m_stream.rows = nullptr;
    m_stream.lines.clear();
    own.finish();
}

void DocxFlow::rows(const pugi::xml_node &parent, int depth)
{
    for (const pugi::xml_node &node : parent) {
        if (isTooDeep(depth))
            return;
        const Local name = localName(node);
        if (name == "tr")
            row(node, depth + 1);
        else if (name == "sdt")
            control(node, depth + 1, &DocxFlow::rows);
        else if (name == "AlternateContent")
            rows(chosen(node), depth + 1);
        else if (name != "tblGrid" && !isProperty(name))
            rows(node, depth + 1);
    }
}

void DocxFlow::row(const pugi::xml_node &node, int depth)
{
    const pugi::xml_node properties = childNamed(node, "trPr");
    const bool isDeleted = bool(childNamed(properties, "del"));
    const bool isHidden = isSwitchOn(childNamed(properties, "hidden"));
    if (childNamed(properties, "ins"))
        m_builder.note(FilledNoteCode::ChangesAccepted, place());
    if (isDeleted)
        m_builder.note(FilledNoteCode::RowsDeleted, place());
    else if (isHidden)
        m_builder.note(FilledNoteCode::HiddenRows, place());
    if (isDeleted || isHidden) {
        m_stream.text.beginAside(isDeleted ? LeftOutReason::Deleted : LeftOutReason::Hidden);
        blocks(node, depth);
        m_stream.text.endAside();
        m_stream.lines.clear();
        return;
    }
    if (!m_stream.isInTable) {
        m_stream.rows->beginRow();
        m_stream.column = attributeNumber(childNamed(properties, "gridBefore"), "val", 0, 0, mostGridColumns);
    }
    cells(node, depth);
}

void DocxFlow::cells(const pugi::xml_node &parent, int depth)
{
    for (const pugi::xml_node &node : parent) {
        if (isTooDeep(depth))
            return;
        const Local name = localName(node);
        if (name == "tc")
            cell(node, depth + 1);
        else if (name == "sdt")
            control(node, depth + 1, &DocxFlow::cells);
        else if (name == "AlternateContent")
            cells(chosen(node), depth + 1);
        else if (!isProperty(name))
            cells(node, depth + 1);
    }
}

void DocxFlow::cell(const pugi::xml_node &node, int depth)
{
    if (m_stream.isInTable) {
        blocks(node, depth);
        return;
    }
    const pugi::xml_node properties = childNamed(node, "tcPr");
    const int span = attributeNumber(childNamed(properties, "gridSpan"), "val", 1, 1, mostGridColumns);
    const pugi::xml_node merge = childNamed(properties, "vMerge");
    const bool isDeleted = bool(childNamed(properties, "cellDel"));
    m_stream.lines.clear();
    if (isDeleted)
        m_stream.text.beginAside(LeftOutReason::Deleted);
    blocks(node, depth);
    if (m_stream.isJoined)
        endParagraph();
    if (isDeleted)
        m_stream.text.endAside();
    FilledCellDraft draft{m_stream.column, m_stream.column + span, m_stream.lines.join(u'\n'), false};
    draft.goesOnAbove = merge && Local(attributeNamed(merge, "val").as_string("continue")) == "continue";
    m_stream.rows->cell(draft);
    m_stream.column += span;
}

void DocxFlow::aside(LeftOutReason why, const pugi::xml_node &node, int depth)
{
    if (why == LeftOutReason::Deleted)
        m_builder.note(FilledNoteCode::ChangesAccepted, place());
    m_stream.text.beginAside(why);
    if (isOneOfNames(localName(node.parent()), {"body", "tc", "txbxContent", "sdtContent"}) && childNamed(node, "p"))
        blocks(node, depth);
    else
        inlines(node, depth);
    m_stream.text.endAside();
}

void DocxFlow::inlines(const pugi::xml_node &parent, int depth)
{
    for (const pugi::xml_node &node : parent) {
        if (isTooDeep(depth))
            return;
        inlineElement(node, depth + 1);
    }
}

void DocxFlow::inlineElement(const pugi::xml_node &node, int depth)
{
    const Local name = localName(node);
    if (name == "r") {
        run(node, depth);
    } else if (name == "del" || name == "moveFrom") {
        aside(LeftOutReason::Deleted, node, depth);
    } else if (name == "rt") {
        aside(LeftOutReason::Phonetic, node, depth);
    } else if (name == "sdt") {
        control(node, depth, &DocxFlow::inlines);
    } else if (name == "AlternateContent") {
        inlines(chosen(node), depth);
    } else if (isOneOfNames(name, {"drawing", "pict", "object"})) {
        drawing(node, depth);
    } else if (isOneOfNames(name, {"commentReference", "commentRangeStart"})) {
        const QString id = attributeText(node, "id");
        if (!m_commentPlaces.contains(id))
            m_commentPlaces.insert(id, place());
    } else if (!character(node) && !isProperty(name) && name != "instrText" && name != "delInstrText") {
        if (name == "ins" || name == "moveTo")
            m_builder.note(FilledNoteCode::ChangesAccepted, place());
        inlines(node, depth);
    }
}

void DocxFlow::run(const pugi::xml_node &node, int depth)
{
    const pugi::xml_node properties = childNamed(node, "rPr");
    bool isHidden = m_stream.isStyleHidden;
    if (const pugi::xml_node style = childNamed(properties, "rStyle"))
        isHidden = m_styles.of(attributeText(style, "val")).isHidden.value_or(isHidden);
    if (const pugi::xml_node vanish = childNamed(properties, "vanish"))
        isHidden = isSwitchOn(vanish);
    if (isHidden) {
        if (childNamed(node, "t") || childNamed(node, "sym"))
            m_builder.note(FilledNoteCode::HiddenText, place());
        m_stream.text.beginAside(LeftOutReason::Hidden);
    }
    inlines(node, depth);
    if (isHidden)
        m_stream.text.endAside();
}

// Whether it stands for characters.
bool DocxFlow::character(const pugi::xml_node &node)
{
    const Local name = localName(node);
    const auto put = [&](const QString &text) {
        const bool isInstruction = m_stream.fields.isInInstruction();
        if (isInstruction)
            m_stream.text.beginAside(LeftOutReason::Instruction);
        m_stream.text.put(text);
        if (isInstruction)
            m_stream.text.endAside();
        return true;
    };
    if (name == "t")
        return put(elementText(node));
    if (name == "delText") {
        m_stream.text.beginAside(LeftOutReason::Deleted);
        m_stream.text.put(elementText(node));
        m_stream.text.endAside();
        return true;
    }
    if (isOneOfNames(name, {"tab", "ptab"}))
        return put(QStringLiteral("\t"));
    if (isOneOfNames(name, {"br", "cr"}))
        return put(QStringLiteral("\n"));
    if (name == "noBreakHyphen")
        return put(QStringLiteral("\u2011"));
    if (name == "softHyphen")
        return put(QStringLiteral("\u00AD"));
    if (name == "sym")
        symbol(node);
    else if (name == "fldChar")
        fieldMark(node);
    else
        return false;
    return true;
}

// A field of a form has what was chosen in it beside the text.
void DocxFlow::fieldMark(const pugi::xml_node &node)
{
    const QString type = attributeText(node, "fldCharType");
    if (type == QStringLiteral("separate")) {
        m_stream.fields.separate();
    } else if (type == QStringLiteral("end")) {
        m_stream.fields.end();
        if (!m_stream.fields.isInInstruction())
            m_stream.text.put(std::exchange(m_choice, QString()));
    } else if (type == QStringLiteral("begin")) {
        m_stream.fields.begin();
        const pugi::xml_node data = childNamed(node, "ffData");
        if (const pugi::xml_node box = childNamed(data, "checkBox")) {
            const pugi::xml_node checked = childNamed(box, "checked");
            m_choice = isSwitchOn(checked ? checked : childNamed(box, "default")) ? QStringLiteral("☑")
                                                                                  : QStringLiteral("□");
        } else if (const pugi::xml_node list = childNamed(data, "ddList")) {
            int result = attributeNumber(childNamed(list, "result"), "val", 0, 0, INT_MAX);
            m_choice.clear();
            for (const pugi::xml_node &entry : list) {
                if (localName(entry) == "listEntry" && result-- == 0)
                    m_choice = attributeText(entry, "val");
            }
        }
    }
}

void DocxFlow::symbol(const pugi::xml_node &node)
{
    const QString font = attributeText(node, "font");
    const int code = attributeText(node, "char").toUShort(nullptr, 16);
    const QString known = symbolText(font, code);
    if (known.isNull())
        m_builder.note(FilledNoteCode::SymbolsUnknown, place(), 1,
            font + QStringLiteral(" U+") + QString::number(code, 16).toUpper());
    else
        m_builder.note(FilledNoteCode::SymbolsMapped, place());
    m_stream.text.put(known.isNull() ? QString(QChar(code)) : known);
}

void DocxFlow::drawing(const pugi::xml_node &node, int depth)
{
    if (isTooDeep(depth))
        return;
    for (const pugi::xml_node &child : node) {
        const Local name = localName(child);
        if (name == "txbxContent") {
            m_stream.boxes.append(child);
        } else if (name == "AlternateContent") {
            drawing(chosen(child), depth + 1);
        } else {
            if (isOneOfNames(name, {"blip", "imagedata"}))
                m_builder.note(FilledNoteCode::Pictures, place());
            else if (isOneOfNames(name, {"OLEObject", "chart", "relIds", "control"}))
                m_builder.note(FilledNoteCode::Objects, place());
            drawing(child, depth + 1);
        }
    }
}

} // namespace zhibao
