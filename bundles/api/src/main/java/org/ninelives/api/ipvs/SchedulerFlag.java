package org.ninelives.api.ipvs;

/** Flags whose meaning is the scheduler's: IP_VS_SVC_F_SCHED1..3 of linux/ip_vs.h. */
public enum SchedulerFlag {
    /** {@code sh-fallback}, {@code mh-fallback}. */
    FLAG_1,
    /** {@code sh-port}, {@code mh-port}. */
    FLAG_2,
    FLAG_3
}
