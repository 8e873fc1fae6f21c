# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
install(TARGETS zhibao RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
