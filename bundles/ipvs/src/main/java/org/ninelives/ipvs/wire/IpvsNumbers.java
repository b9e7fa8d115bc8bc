package org.ninelives.ipvs.wire;

import java.util.List;
import org.ninelives.api.ipvs.Forwarding;
import org.ninelives.api.ipvs.SchedulerFlag;

/** Numbers of linux/ip_vs.h. */
public final class IpvsNumbers {

    public static final String FAMILY = "IPVS";
    public static final int VERSION = 1;

    public static final int CMD_NEW_SERVICE = 1;
    public static final int CMD_SET_SERVICE = 2;
    public static final int CMD_DEL_SERVICE = 3;
    public static final int CMD_GET_SERVICE = 4;
    public static final int CMD_NEW_DEST = 5;
    public static final int CMD_SET_DEST = 6;
    public static final int CMD_DEL_DEST = 7;
    public static final int CMD_GET_DEST = 8;
    public static final int CMD_NEW_DAEMON = 9;
    public static final int CMD_DEL_DAEMON = 10;
    public static final int CMD_GET_DAEMON = 11;
    public static final int CMD_SET_CONFIG = 12;
    public static final int CMD_GET_CONFIG = 13;
    public static final int CMD_GET_INFO = 15;
    public static final int CMD_FLUSH = 17;

    static final int CMD_ATTR_SERVICE = 1;
    static final int CMD_ATTR_DEST = 2;
    static final int CMD_ATTR_DAEMON = 3;
    static final int CMD_ATTR_TIMEOUT_TCP = 4;
    static final int CMD_ATTR_TIMEOUT_TCP_FIN = 5;
    static final int CMD_ATTR_TIMEOUT_UDP = 6;

    static final int INFO_ATTR_VERSION = 1;

    static final int SVC_ATTR_AF = 1;
    static final int SVC_ATTR_PROTOCOL = 2;
    static final int SVC_ATTR_ADDR = 3;
    static final int SVC_ATTR_PORT = 4;
    static final int SVC_ATTR_FWMARK = 5;
    static final int SVC_ATTR_SCHED_NAME = 6;
    static final int SVC_ATTR_FLAGS = 7;
    static final int SVC_ATTR_TIMEOUT = 8;
    static final int SVC_ATTR_NETMASK = 9;
    static final int SVC_ATTR_STATS = 10;
    static final int SVC_ATTR_PE_NAME = 11;
    static final int SVC_ATTR_STATS64 = 12;

    static final int DEST_ATTR_ADDR = 1;
    static final int DEST_ATTR_PORT = 2;
    static final int DEST_ATTR_FWD_METHOD = 3;
    static final int DEST_ATTR_WEIGHT = 4;
    static final int DEST_ATTR_U_THRESH = 5;
    static final int DEST_ATTR_L_THRESH = 6;
    static final int DEST_ATTR_ACTIVE_CONNS = 7;
    static final int DEST_ATTR_INACT_CONNS = 8;
    static final int DEST_ATTR_PERSIST_CONNS = 9;
    static final int DEST_ATTR_STATS = 10;
    static final int DEST_ATTR_ADDR_FAMILY = 11;
    static final int DEST_ATTR_STATS64 = 12;
    static final int DEST_ATTR_TUN_TYPE = 13;
    static final int DEST_ATTR_TUN_PORT = 14;
    static final int DEST_ATTR_TUN_FLAGS = 15;

    static final int DAEMON_ATTR_STATE = 1;
    static final int DAEMON_ATTR_MCAST_IFN = 2;
    static final int DAEMON_ATTR_SYNC_ID = 3;
    static final int DAEMON_ATTR_SYNC_MAXLEN = 4;
    static final int DAEMON_ATTR_MCAST_GROUP = 5;
    static final int DAEMON_ATTR_MCAST_GROUP6 = 6;
    static final int DAEMON_ATTR_MCAST_PORT = 7;
    static final int DAEMON_ATTR_MCAST_TTL = 8;

    static final int STATS_ATTR_CONNS = 1;
    static final int STATS_ATTR_OUTBPS = 10;

    static final int SVC_F_PERSISTENT = 0x1;
    static final int SVC_F_ONEPACKET = 0x4;
    static final int SVC_F_SCHED1 = 0x8;

    static final int CONN_F_FWD_MASK = 0x7;

    static final int TUNNEL_CSUM = 0x1;
    static final int TUNNEL_REMCSUM = 0x2;

    static final int STATE_MASTER = 1;
    static final int STATE_BACKUP = 2;

    static final int AF_INET = 2;
    static final int AF_INET6 = 10;

    /** IP_VS_CONN_F_MASQ and so on, each at its number. */
    static final List<Forwarding.Method> METHODS =
            List.of(
                    Forwarding.Method.MASQUERADING,
                    Forwarding.Method.LOCAL_NODE,
                    Forwarding.Method.TUNNEL,
                    Forwarding.Method.DIRECT_ROUTING,
                    Forwarding.Method.BYPASS);

    /** IP_VS_CONN_F_TUNNEL_TYPE_IPIP and so on, each at its number. */
    static final List<Forwarding.TunnelType> TUNNEL_TYPES =
            List.of(
                    Forwarding.TunnelType.IPIP,
                    Forwarding.TunnelType.GUE,
                    Forwarding.TunnelType.GRE);

    /** IP_VS_SVC_F_SCHED1 and so on, each at the number of bits it is shifted by. */
    static final List<SchedulerFlag> SCHEDULER_FLAGS =
            List.of(SchedulerFlag.FLAG_1, SchedulerFlag.FLAG_2, SchedulerFlag.FLAG_3);

    /** Length of union nf_inet_addr. */
    static final int ADDRESS = 16;

    private IpvsNumbers() {}
}
