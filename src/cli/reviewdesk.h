// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/arguments.h"
#include "workspace/workspace.h"

namespace zhibao::cli {

// Opens the store for writing and signs in who --person names: by the password that is read from --password-fd, or
// asked for at the terminal. An office without a list of people needs no --person. Errors: SignInNeeded, those of
// Session::signIn and Secret.
Result<void> openOffice(Workspace &workspace, const Arguments &arguments);

// Signs in who --person names at the store that is open. Errors as of openOffice.
Result<void> signIn(Session &session, const Arguments &arguments);

// The password that is read from the descriptor that the option names, or asked for at the terminal. Errors: Usage,
// those of Secret.
Result<Secret> askedSecret(const Arguments &arguments, const QString &option, const QString &prompt);

// Also opens the report that --unit and --notice name.
Result<void> openDesk(Workspace &workspace, const Arguments &arguments);

// A line: the report's state, what was done last, and the digest of what the report says.
QString standing(Workspace &workspace);

} // namespace zhibao::cli
