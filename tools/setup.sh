#!/bin/sh
# Makes sure that what a target needs is there, and says clearly what is not.
set -eu
what=${1:-test}
missing=""

need() { # command, what it is, how to get it
    command -v "$1" >/dev/null 2>&1 || missing="$missing
  - $2 ($1): $3"
}

need cargo "Rust 1.95 or newer" "https://rustup.rs"
need cc "a C compiler" "Debian: apt-get install build-essential"
need node "Node 20 or newer" "https://nodejs.org"
need npm "npm" "comes with Node"
if [ -n "$missing" ]; then
    printf 'Cannot go on. Please install:%s\n' "$missing" >&2
    exit 1
fi
node_major=$(node -p 'process.versions.node.split(".")[0]')
if [ "$node_major" -lt 20 ]; then
    echo "Cannot go on. Node is $(node -v); please install Node 20 or newer: https://nodejs.org" >&2
    exit 1
fi
rust_minor=$(rustc --version | sed 's/^rustc 1\.\([0-9]*\).*/\1/')
if [ "$rust_minor" -lt 95 ]; then
    echo "Cannot go on. $(rustc --version) is too old; please install Rust 1.95 or newer: rustup update stable" >&2
    exit 1
fi
[ "$what" = test ] || exit 0

packages=""
# The browser without windows is the same engine and costs half of the time; not every system has it.
windowless=chromium-headless-shell
browser=""
if ! command -v $windowless >/dev/null 2>&1; then
    if ! command -v chromium >/dev/null 2>&1 || apt-cache show $windowless >/dev/null 2>&1; then
        browser=" chromium"
    fi
fi
command -v pdftoppm >/dev/null 2>&1 || packages="$packages poppler-utils"
command -v postgres >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 ||
    packages="$packages postgresql"
# The programs that judge what we write. Where there is no apt, their tests say that they were skipped.
judges=""
has_office() { # writer or calc
    for place in /usr/lib/libreoffice /usr/lib64/libreoffice /opt/libreoffice*; do
        ls "$place"/program/lib"$1"lo.so >/dev/null 2>&1 && return 0
    done
    return 1
}
has_office sw || judges="$judges libreoffice-writer-nogui"
has_office sc || judges="$judges libreoffice-calc-nogui"
if command -v tesseract >/dev/null 2>&1 && tesseract --list-langs 2>&1 | grep -qx deu; then :; else
    judges="$judges tesseract-ocr tesseract-ocr-deu"
fi
command -v ocrmypdf >/dev/null 2>&1 || judges="$judges ocrmypdf"
fc-list 2>/dev/null | grep -q "Nimbus Sans" || judges="$judges fontconfig fonts-urw-base35"
for module in openpyxl icalendar docx; do
    "${ANKUNFT_PYTHON:-python3}" -c "import $module" >/dev/null 2>&1 ||
        /usr/bin/python3 -c "import $module" >/dev/null 2>&1 ||
        judges="$judges python3-$module"
done
command -v apt-get >/dev/null 2>&1 && packages="$packages$judges"
[ -z "$packages$browser" ] && exit 0

if ! command -v apt-get >/dev/null 2>&1; then
    echo "Cannot go on. Please install with your system's own tools:$packages$browser" >&2
    exit 1
fi
if [ "$(id -u)" -eq 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    echo "Cannot go on without the right to install. Please run: sudo apt-get install$packages$browser" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
if [ -n "$browser" ] && apt-cache show $windowless >/dev/null 2>&1; then
    browser=" $windowless"
fi
packages="$packages$browser"
echo "Installing$packages"
# shellcheck disable=SC2086
$as_root apt-get install -y -qq --no-install-recommends $packages >/dev/null
