# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# What every target of ours is compiled and linked with: `zhibao_warnings`, and `zhibao_options`, which has them too.
include(CheckCXXCompilerFlag)
include(CheckLinkerFlag)
include(CheckPIESupported)

option(ZHIBAO_WERROR "Treat warnings as errors; off outside of our presets, so that a newer compiler builds the program" OFF)
option(ZHIBAO_ASSERTIONS "Check the assertions of Qt and of the standard library" OFF)
option(ZHIBAO_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
option(ZHIBAO_UNITY "Compile a dozen sources of a target together, in a fraction of the time" OFF)
option(ZHIBAO_TIDY "Look through the layers below the window with clang-tidy while they are built" OFF)

# Whether the compiler optimizes, which the libc's checks of sizes need.
string(TOUPPER "${CMAKE_BUILD_TYPE}" type)
if("${CMAKE_CXX_FLAGS} ${CMAKE_CXX_FLAGS_${type}}" MATCHES "-O[1-9s]")
    set(ZHIBAO_OPTIMIZED ON)
else()
    set(ZHIBAO_OPTIMIZED OFF)
endif()

add_library(zhibao_warnings INTERFACE)
target_compile_options(zhibao_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
# Not every processor of these offices reads a number from any address.
check_cxx_compiler_flag(-Wcast-align=strict ZHIBAO_HAS_CAST_ALIGN)
if(ZHIBAO_HAS_CAST_ALIGN)
    target_compile_options(zhibao_warnings INTERFACE -Wcast-align=strict)
endif()
if(ZHIBAO_WERROR)
    target_compile_options(zhibao_warnings INTERFACE -Werror)
endif()

# No silent conversion between bytes and text.
add_library(zhibao_options INTERFACE)
target_link_libraries(zhibao_options INTERFACE zhibao_warnings)
target_compile_definitions(zhibao_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_STRICT_ITERATORS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    ZHIBAO_VERSION="${PROJECT_VERSION}")

# A fault in memory ends the program rather than serve whoever caused it; tests/packaging looks at what came of it.
check_pie_supported(LANGUAGES CXX)
# The last one only some processors have.
foreach(flag IN ITEMS -fstack-protector-strong -fstack-clash-protection -fcf-protection)
    string(MAKE_C_IDENTIFIER "ZHIBAO_HAS${flag}" known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
        target_compile_options(zhibao_options INTERFACE ${flag})
    endif()
endforeach()
check_linker_flag(CXX LINKER:-z,relro,-z,now ZHIBAO_HAS_RELRO)
if(ZHIBAO_HAS_RELRO)
    target_link_options(zhibao_options INTERFACE LINKER:-z,relro,-z,now)
endif()

if(ZHIBAO_ASSERTIONS)
    target_compile_options(zhibao_options INTERFACE -UNDEBUG)
    target_compile_definitions(zhibao_options INTERFACE QT_FORCE_ASSERTS _GLIBCXX_ASSERTIONS)
endif()

# What is tried under the sanitizers: the program's own code, not that of its tests.
add_library(zhibao_sanitized INTERFACE)
if(ZHIBAO_SANITIZE)
    # Looking at every pointer of Qt's templates before it is used takes as long as all the rest: what reads through a null
    # one ends in the address sanitizer all the same, and alignment is a warning of the compiler.
    # GCC 12 takes its own instrumented <regex> for uninitialized.
    target_compile_options(zhibao_sanitized INTERFACE
        -fsanitize=address,undefined -fno-sanitize=null,alignment,vptr -fno-sanitize-recover=all -fno-omit-frame-pointer
        -Wno-maybe-uninitialized)
    target_link_options(zhibao_options INTERFACE -fsanitize=address,undefined)
elseif(ZHIBAO_OPTIMIZED)
    # Would hide calls from the sanitizers. A compiler may have set another level by itself.
    target_compile_options(zhibao_options INTERFACE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2)
endif()

# Most of the time of compiling goes into Qt's headers.
function(zhibao_unity target)
    if(ZHIBAO_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 12)
    endif()
endfunction()

# Looks through what is compiled of a layer, but for sources that clang-tidy passes over.
function(zhibao_tidy target)
    set_target_properties(${target} PROPERTIES
        CXX_CLANG_TIDY "bash;${PROJECT_SOURCE_DIR}/tests/style/tidy.sh;${PROJECT_SOURCE_DIR}/.clang-tidy")
    get_target_property(sources ${target} SOURCES)
    list(FILTER sources INCLUDE REGEX "^pdf")
    if(target STREQUAL zhibao_document)
        set_source_files_properties(${sources} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
endfunction()
