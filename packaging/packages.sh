# SPDX-FileCopyrightText: 2026 The Zhibao authors
# SPDX-License-Identifier: Apache-2.0
# Sourced by run.sh and test.sh: the Debian packages that each needs, and how they are installed.

build_packages=(
    g++ cmake ninja-build pkg-config git
    qt6-base-dev qt6-svg-dev libgl-dev
    libspdlog-dev libzip-dev libqpdf-dev libdtl-dev libpugixml-dev libsqlite3-dev
    libsodium-dev libssl-dev libqrencode-dev
    libicu-dev libharfbuzz-dev libfreetype-dev libfontconfig-dev
    dpkg-dev file)

# What the program needs while it runs: icons, Qt's own words in Chinese, what reads text, pages and structure of a PDF
# and the QR code on a page, and free fonts that stand in for the official ones.
run_packages=(
    libqt6svg6 qt6-translations-l10n poppler-utils qpdf zbar-tools
    fontconfig fonts-liberation fonts-noto-cjk texlive-lang-chinese)

# The judges of the tests and of the sources, by which they look into stores (Qt's SQLite driver), a display for the
# window, what watches and starves the program, and fonts with rare characters (Han Nom) and a joining script (Arabic).
test_packages=(
    catch2 sqlite3 libqt6sql6-sqlite clang-format clang-tidy binutils
    default-jdk-headless libpdfbox2-java libjaxb-api-java libactivation-java libcommons-logging-java
    libreoffice-writer-nogui xvfb xauth
    strace e2fsprogs exfatprogs mount
    fonts-hanazono fonts-dejavu-core desktop-file-utils appstream)

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

# npm may stand here already from elsewhere, and Debian's package would conflict with that one.
command -v npm >/dev/null || test_packages+=(npm)

# Installs those of the named packages that are missing; says nothing when none is.
install_packages() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    echo "== installing ${missing[*]}"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}
