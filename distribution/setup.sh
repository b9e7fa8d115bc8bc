# Shell functions that fetch what a command of this repository needs. Source it; it does nothing by itself.
#
#   need_root_or_sudo why…    sets what as_root uses; ends with a message where neither root nor sudo is there
#   need_packages word…       installs Debian packages that are missing. A word is a package, or
#                             command:package where the command may also have come from elsewhere
#   need_java                 sets JAVA_HOME to the newest JDK of the machine, which must be 21 or newer
#
# Nothing that is installed here is started or enabled: the packages of daemons are needed for their programs only.

JAVA_VERSION_MIN=21
PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"
SUDO=""
LISTS_UPDATED=""

say() { printf '%s\n' "$*" >&2; }

fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

need_root_or_sudo() {
    [ "$(id -u)" = 0 ] && return
    command -v sudo >/dev/null 2>&1 || fail "$* needs root: run this as root, or install sudo"
    sudo -v || fail "$* needs root and sudo refused: run this as root"
    SUDO=sudo
}

as_root() { $SUDO "$@"; }

need_packages() {
    local word missing=""
    for word in "$@"; do
        is_present "$word" || missing="$missing ${word#*:}"
    done
    [ -z "$missing" ] || install_packages $missing
}

# A JDK that runs Maven too: Maven itself starts with whatever JAVA_HOME says.
need_java() {
    local package
    find_newest_jdk
    if [ "$JDK_VERSION" -lt "$JAVA_VERSION_MIN" ]; then
        update_package_lists "a JDK $JAVA_VERSION_MIN or newer"
        for package in openjdk-25-jdk-headless openjdk-21-jdk-headless; do
            is_offered "$package" && install_packages "$package" && break
        done
        find_newest_jdk
    fi
    [ "$JDK_VERSION" -ge "$JAVA_VERSION_MIN" ] || fail "no JDK $JAVA_VERSION_MIN or newer in \$JAVA_HOME, on the PATH or under \
/usr/lib/jvm, and this distribution offers none.
Install one, for example Temurin 25 (https://adoptium.net/installation/linux/, package temurin-25-jdk),
or unpack any JDK archive and set JAVA_HOME to its folder; then run this command again."
    export JAVA_HOME="$JDK_HOME"
    say "java: JDK $JDK_VERSION in $JAVA_HOME"
}

is_present() {
    case "$1" in
        *:*) command -v "${1%%:*}" >/dev/null 2>&1 ;;
        *) [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
    esac
}

is_offered() { apt-cache policy "$1" 2>/dev/null | grep -q 'Candidate: [0-9]'; }

install_packages() {
    local log
    update_package_lists "$@"
    log=$(mktemp)
    say "installing: $*"
    if ! apt_install "$@" >"$log" 2>&1 </dev/null; then
        tail -n 15 "$log" >&2
        rm -f "$log"
        fail "could not install: $* (the last lines of apt-get are above)"
    fi
    rm -f "$log"
    disable_units_of "$@"
}

# Words tell what for. Old lists are better than none: a mirror that does not answer is told by the installation that follows.
update_package_lists() {
    [ -z "$LISTS_UPDATED" ] || return 0
    command -v apt-get >/dev/null 2>&1 ||
        fail "missing: $* (there is no apt-get here: install them with this system's package manager)"
    need_root_or_sudo "installing packages"
    as_root apt-get -qq update >/dev/null 2>&1 </dev/null || say "note: apt-get update had problems"
    LISTS_UPDATED=yes
}

# While a policy-rc.d says 101, no package script starts a service. The subshell's trap takes ours away, also on Ctrl-C.
apt_install() (
    policy=/usr/sbin/policy-rc.d
    if [ ! -e "$policy" ]; then
        trap 'as_root rm -f "$policy"' EXIT
        printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
        as_root chmod 755 "$policy"
    fi
    as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "$@"
)

# Debian enables a daemon's unit when its package comes in; at the next boot it would start.
disable_units_of() {
    local package unit
    command -v systemctl >/dev/null 2>&1 || return 0
    for package in "$@"; do
        for unit in $(dpkg -L "$package" | sed -n 's,.*/systemd/system/\([^/@]*\.service\)$,\1,p'); do
            as_root systemctl --quiet disable "$unit" >/dev/null 2>&1 || say "note: could not disable $unit"
        done
    done
}

find_newest_jdk() {
    local home version javac
    JDK_HOME=""
    JDK_VERSION=0
    javac=$(command -v javac 2>/dev/null) && javac=$(readlink -f "$javac")
    for home in "${JAVA_HOME:-}" "${javac%/bin/javac}" /usr/lib/jvm/*; do
        [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
        if [ "${version:-0}" -gt "$JDK_VERSION" ]; then
            JDK_HOME="$home"
            JDK_VERSION="$version"
        fi
    done
}
