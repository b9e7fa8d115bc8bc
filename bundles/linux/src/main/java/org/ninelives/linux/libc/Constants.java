package org.ninelives.linux.libc;

/** Numbers of the kernel's interface; the same on x86-64 and aarch64. */
public final class Constants {

    // sys/socket.h
    public static final int AF_UNSPEC = 0;
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 10;
    public static final int AF_NETLINK = 16;
    public static final int AF_PACKET = 17;
    public static final int SOCK_RAW = 3;
    public static final int SOCK_CLOEXEC = 0x80000;
    public static final int SOCK_NONBLOCK = 0x800;
    public static final int MSG_DONTROUTE = 0x4;
    public static final int MSG_TRUNC = 0x20;
    public static final int MSG_DONTWAIT = 0x40;
    public static final int SOL_SOCKET = 1;
    public static final int SO_RCVBUF = 8;
    public static final int SO_PRIORITY = 12;
    public static final int SO_BINDTODEVICE = 25;
    public static final int SO_SNDBUFFORCE = 32;
    public static final int SO_RCVBUFFORCE = 33;

    // netinet/in.h
    public static final int IPPROTO_IP = 0;
    public static final int IP_HDRINCL = 3;
    public static final int IP_MULTICAST_IF = 32;
    public static final int IP_MULTICAST_LOOP = 34;
    public static final int IP_ADD_MEMBERSHIP = 35;
    public static final int IP_MULTICAST_ALL = 49;

    // sys/epoll.h, sys/eventfd.h, poll.h
    public static final int EPOLL_CLOEXEC = 0x80000;
    public static final int EPOLL_CTL_ADD = 1;
    public static final int EPOLL_CTL_DEL = 2;
    public static final int EPOLLIN = 0x1;
    public static final int EFD_CLOEXEC = 0x80000;
    public static final int EFD_NONBLOCK = 0x800;
    public static final int POLLIN = 0x1;
    public static final int POLLOUT = 0x4;

    // fcntl.h, linux/fcntl.h
    public static final int O_NONBLOCK = 0x800;
    public static final int O_CLOEXEC = 0x80000;
    public static final int F_SETPIPE_SZ = 1031;

    // signal.h
    public static final int SIGHUP = 1;
    public static final int SIGINT = 2;
    public static final int SIGTERM = 15;
    public static final long SIG_IGN = 1;

    // syslog.h
    public static final int LOG_PID = 1;
    public static final int LOG_WARNING = 4;
    public static final int LOG_INFO = 6;

    // linux/prctl.h
    public static final int PR_SET_TIMERSLACK = 29;

    // sys/resource.h, linux/sched.h, sys/mman.h, linux/mman.h
    public static final int PRIO_PROCESS = 0;
    public static final int SCHED_OTHER = 0;
    public static final int SCHED_RR = 2;
    public static final int SCHED_RESET_ON_FORK = 0x40000000;
    public static final int MCL_CURRENT = 1;
    public static final int MCL_FUTURE = 2;
    public static final int MCL_ONFAULT = 4;

    // asm-generic/unistd.h
    public static final int SYS_EPOLL_PWAIT2 = 441;

    // linux/netlink.h
    public static final int NETLINK_ROUTE = 0;
    public static final int NETLINK_NETFILTER = 12;
    public static final int SOL_NETLINK = 270;
    public static final int NETLINK_EXT_ACK = 11;
    public static final int NETLINK_GET_STRICT_CHK = 12;

    private Constants() {}
}
