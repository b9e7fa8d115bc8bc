#!/bin/bash
# For a kernel of its own: keeps IPVS from being loaded, starts the daemon, waits for its complaint, lets IPVS be
# loaded, and waits for the service in the table. Prints the log at the end.
#
#   appears.sh PROGRAM CONFIGURATION

set -u
LOG=/run/daemon.log
await() {
    for _ in {1..600}; do
        "$@" >/dev/null 2>&1 && return
        sleep 0.2
    done
    echo "not within two minutes: $*"
    cat $LOG
    exit 1
}
has_service() { ipvsadm -L -n | grep -q 'TCP  10.0.0.44:80 rr'; }

echo 'install ip_vs /bin/false' >/etc/modprobe.d/no-ipvs.conf
ip link add eth0 type dummy
ip address add 10.0.0.1/24 dev eth0
ip link set eth0 up multicast on

"$1" -n -l -D -f "$2" -p /run/p -r /run/r -c /run/c -b /run/b >$LOG 2>&1 &
daemon=$!
await grep "Can't initialize ipvs: Protocol not available" $LOG
await grep 'Startup complete' $LOG
rm /etc/modprobe.d/no-ipvs.conf
await has_service
kill $daemon
wait $daemon
ipvsadm -L -n
cat $LOG
