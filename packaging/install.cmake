# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where, and the Debian package that CPack makes of it.
set(ZHIBAO_ID cn.zhibao.Zhibao)
set(PACKAGING ${PROJECT_SOURCE_DIR}/packaging)

install(TARGETS zhibao RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${PACKAGING}/${ZHIBAO_ID}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${PACKAGING}/${ZHIBAO_ID}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PACKAGING}/${ZHIBAO_ID}.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(FILES ${PROJECT_SOURCE_DIR}/resources/zhibao.svg
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME ${ZHIBAO_ID}.svg)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/resources/examples/ DESTINATION ${CMAKE_INSTALL_DATADIR}/zhibao/examples)
install(FILES ${PACKAGING}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/zhibao)

find_program(GZIP gzip REQUIRED)
add_custom_command(OUTPUT ${PROJECT_BINARY_DIR}/zhibao.1.gz
    COMMAND ${GZIP} -9nc ${PACKAGING}/zhibao.1 > ${PROJECT_BINARY_DIR}/zhibao.1.gz
    DEPENDS ${PACKAGING}/zhibao.1)
add_custom_target(manual DEPENDS ${PROJECT_BINARY_DIR}/zhibao.1.gz)
add_dependencies(zhibao manual) # whatever was built can be packed
install(FILES ${PROJECT_BINARY_DIR}/zhibao.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME zhibao)
set(CPACK_PACKAGE_CONTACT "The Zhibao authors <zhibao@localhost>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "offline reporting client for public offices (质报)
 Fill in the status table and the work summary that a notice asks for, watch the
 official pages form beside the typing, and export them as PDF/A and DOCX.
 Works without a network.")
# The libraries are found from the program; what it loads by name while it runs is named here.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, qt6-translations-l10n, poppler-utils, qpdf, zbar-tools, fontconfig, fonts-liberation, fonts-noto-cjk")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "texlive-lang-chinese")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fcitx5-frontend-qt6, fonts-hanazono")
include(CPack)
