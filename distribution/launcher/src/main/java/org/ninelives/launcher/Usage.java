package org.ninelives.launcher;

/** What {@code --help} prints. */
final class Usage {

    static final String TEXT =
            """
            Usage: ninelived [OPTION]...

            Run
              -f, --use-file=FILE        configuration, default /etc/keepalived/keepalived.conf
              -n, --dont-fork            stay in the foreground
              -P, --vrrp                 only virtual routers
              -C, --check                only virtual servers and their checks
              -B, --no_bfd               no BFD sessions
                  --all                  everything, which is the default
              -V, --dont-release-vrrp    leave addresses, routes and rules on the machine at the
                                         end of the daemon, in order or by kill -9
              -I, --dont-release-ipvs    leave virtual servers in the kernel at the end
              -X, --release-vips         accepted: addresses always go when this node is no longer
                                         master, after a reload too
              -R, --dont-respawn         start the companion process once; it takes addresses
                                         back when the daemon is killed or hangs
              -i, --config-id=ID         use the lines with @ID, default the node name
              -e, --all-config           each include must lead to files that can be read
              -s, --namespace=NAME       run in this network namespace, whatever net_namespace
                                         of the configuration says
              -u, --umask=MASK           of files that are made, such as 077
                  --ignore-sigint        Ctrl-C does not stop it
              -x, --snmp                 serve SNMP, all but traps
              -A, --snmp-agent-socket=SOCKET
                                         of the SNMP agent, where the configuration has none
              -m, --core-dump            leave a core dump after a crash
              -M, --core-dump-pattern[=NAME]
                                         likewise, and name those of the whole machine until the
                                         end, default core
                  --perf[=WHEN]          record the daemon with JDK Flight Recorder to
                                         ninelived_perf.PID.jfr in $TMPDIR or /tmp: all of it, run
                                         from the first configuration on (default), or end from
                                         the stop on
              -p, --pid=FILE             pid file of the daemon
              -r, --vrrp_pid=FILE        pid file of the virtual routers
              -c, --checkers_pid=FILE    pid file of the checks
              -b, --bfd_pid=FILE         pid file of the BFD sessions

            Log
              -l, --log-console          log to standard error too
              -D, --log-detail           detailed lines; twice for extra detail
              -S, --log-facility=NAME    0-7, local0-local7, user or daemon (default)
              -G, --no-syslog            nothing to the system log
              -g, --log-file[=FILE]      to a file too, default /tmp/keepalived.log
                  --flush-log-file       accepted: each line is written at once
              -a, --address-monitoring   log each address that comes or goes
              -d, --dump-conf            log the configuration as it was understood

            Answer and end
              -t, --config-test[=LOG] [FILE]
                                         check the configuration; problems go to standard
                                         error or to LOG
                  --json                 with -t: the problems as JSON
                  --offline              with -t: accepted, it never looks at the machine
                  --print-config FILE    print the configuration as it is after expansion
                  --print-grammar=FORMAT print every block and keyword known: tsv is a list of
                                     names, man a part of a manual page
                  --check-once FILE VIRTUAL_SERVER REAL_SERVER
                                         run the checks of a real server once, and tell each
                                         step
                  --migrate-check [--json] [FILE]
                                         say what a change-over from keepalived means here and
                                         by which commands it is done; changes nothing
              -T, --genhash              digest of a page for HTTP_GET; what follows are its
                                         options, see ninelived --genhash -h
                  --signum=NAME          print the number of signal STOP, RELOAD, DATA, STATS,
                                         STATS_CLEAR, JSON or TDUMP
              -v, --version              print the version
              -h, --help                 print this

            Accepted and without effect, which the log tells: --debug, --no-mem-check
            """;

    private Usage() {}
}
