# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
cmake_minimum_required(VERSION 3.25)
# Reads every #include line below ROOT/src and fails on one that runs against the direction of the layers:
# base <- core <- { store, document, exchange } <- workspace <- { cli, ui } <- main. Qt's include paths let a wrong
# include compile, so the compiler does not guard this. Within workspace the office knows nothing of the report in hand,
# and within ui the folder of a page nothing of another page's.
set(may_base base)
set(may_core base core)
set(may_store base core store)
set(may_document base core document)
set(may_exchange base core exchange)
set(may_workspace base core store document exchange workspace)
set(may_cli base core document exchange workspace cli)
set(may_ui base core document exchange workspace ui)
set(layers base core store document exchange workspace cli ui)

# Headers of Qt by module, as far as a layer could be tempted; a name stands for every header that starts with it.
set(widgets QWidget QApplication QMainWindow QDialog QMessageBox QLabel QPushButton QToolButton QTableView QTreeView
    QListView QAbstractItemView QStyle QLayout QVBox QHBox QGridLayout QFormLayout QLineEdit QTextEdit QPlainTextEdit
    QScroll QSplitter QStacked QDock QStatusBar QMenu QToolBar QPrint QtWidgets QtPrintSupport QFileDialog QHeaderView
    QCompleter QComboBox QCheckBox QProgressBar QSvgWidget)
set(gui QGui QtGui QAction QPainter QFont QRawFont QGlyphRun QImage QPixmap QColor QPalette QIcon QPen QBrush QTextLayout
    QTextDocument QClipboard QUndo QPdf QPageSize QWindow QSvg QtSvg QKey QMouse)
set(sql QSql QtSql)
set(network QTcp QUdp QNetwork QtNetwork QHost QLocalSocket QLocalServer QAbstractSocket QSsl)

set(never_base ${widgets} ${gui} ${sql} ${network})
set(never_core ${never_base})
set(never_store ${widgets} ${gui} ${sql} ${network})
set(never_exchange ${never_base})
set(never_document ${widgets} ${sql} ${network})
set(never_workspace ${widgets} ${sql} ${network})
set(never_cli ${widgets} ${sql} ${network})
set(never_ui ${sql} ${network})

# Of workspace: what an office is made of, and what it may not include.
set(of_office "^office/")
set(never_of_office "^workspace/(report/openreport|review/review|review/correspondence|workspace)\\.h$")
set(pages export find findings history people preview review session start summary table verify)

set(wrong 0)
set(read 0)
foreach(layer IN LISTS layers)
    file(GLOB_RECURSE sources ${ROOT}/src/${layer}/*.h ${ROOT}/src/${layer}/*.cpp)
    foreach(source IN LISTS sources)
        math(EXPR read "${read} + 1")
        file(RELATIVE_PATH name ${ROOT}/src ${source})
        file(STRINGS ${source} lines REGEX "^[ \t]*#[ \t]*include")
        foreach(line IN LISTS lines)
            if(line MATCHES "include[ \t]*\"([a-z]+)/([a-z/]+\\.h)")
                set(included ${CMAKE_MATCH_1}/${CMAKE_MATCH_2})
                if(name MATCHES "^workspace/(.*)$" AND CMAKE_MATCH_1 MATCHES "${of_office}"
                        AND included MATCHES "${never_of_office}")
                    message("${name}: the office may not include the report in hand: ${line}")
                    math(EXPR wrong "${wrong} + 1")
                endif()
                if(name MATCHES "^ui/([a-z]+)/")
                    set(page ${CMAKE_MATCH_1})
                    if(page IN_LIST pages AND included MATCHES "^ui/([a-z]+)/" AND CMAKE_MATCH_1 IN_LIST pages
                            AND NOT CMAKE_MATCH_1 STREQUAL page)
                        message("${name}: the page ${page} may not include the page ${CMAKE_MATCH_1}: ${line}")
                        math(EXPR wrong "${wrong} + 1")
                    endif()
                endif()
                string(REGEX MATCH "^[a-z]+" from ${included})
                if(NOT from IN_LIST may_${layer})
                    message("${name}: ${layer} may not include ${from}: ${line}")
                    math(EXPR wrong "${wrong} + 1")
                endif()
            elseif(line MATCHES "<sqlite3" AND NOT layer STREQUAL "store")
                message("${name}: ${layer} may not include sqlite3: ${line}")
                math(EXPR wrong "${wrong} + 1")
            elseif(line MATCHES "include[ \t]*<(Qt[A-Za-z]+/)?(Q[A-Za-z]+)>")
                set(header ${CMAKE_MATCH_2})
                set(module ${CMAKE_MATCH_1})
                foreach(prefix IN LISTS never_${layer})
                    if(header MATCHES "^${prefix}" OR module MATCHES "^${prefix}/")
                        message("${name}: ${layer} may not include ${prefix}: ${line}")
                        math(EXPR wrong "${wrong} + 1")
                        break()
                    endif()
                endforeach()
            endif()
        endforeach()
    endforeach()
endforeach()
if(read EQUAL 0)
    message(FATAL_ERROR "no sources found below ${ROOT}/src")
endif()
if(wrong GREATER 0)
    message(FATAL_ERROR "${wrong} includes run against the direction of the layers")
endif()
message("${read} files read, every include runs in the direction of the layers")
