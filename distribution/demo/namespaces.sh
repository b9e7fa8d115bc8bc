# A shell function for programs that make network namespaces. Source it after setup.sh.
#
#   exec_in_namespaces COMMAND…   becomes the command, as root, in a user namespace where root is nobody special
#                                 outside, or through sudo. NINELIVES_ENTER tells the command how others get
#                                 into the network namespace of a process of it.

exec_in_namespaces() {
    export NINELIVES_ENTER="nsenter -n -t"
    [ "$(id -u)" != 0 ] || exec "$@"
    if unshare -Urnm sh -c 'mount -t tmpfs none /run && ip netns add probe' >/dev/null 2>&1; then
        NINELIVES_ENTER="nsenter --preserve-credentials -U -n -t"
        exec unshare -Urnm sh -c 'mount -t tmpfs none /run && exec "$@"' sh "$@"
    fi
    need_root_or_sudo "making network namespaces"
    NINELIVES_ENTER="sudo $NINELIVES_ENTER"
    exec sudo --preserve-env=NINELIVES_ENTER "$@"
}
