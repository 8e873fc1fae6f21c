// SPDX-FileCopyrightText: 2026 The Zhibao authors
// SPDX-License-Identifier: Apache-2.0
// Nothing but the headers that the tests of all layers below ui have in common: CMake compiles them before with the
// first source that uses them, and testmain.cpp cannot.
