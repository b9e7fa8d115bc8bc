package org.ninelives.management.access;

import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;

/**
 * What clients may see and do of the JVM's own beans: enough for the first tabs of jconsole and
 * VisualVM. All other beans of the JVM, with which one could load code, write files or turn the log
 * off, are closed to everybody.
 */
final class PlatformBeans {

    private static final Set<String> DOMAINS_READ =
            Set.of("java.lang", "java.nio", "JMImplementation");

    private static final Map<String, Set<String>> READS =
            Map.of(
                    "Threading",
                    Set.of(
                            "findDeadlockedThreads",
                            "findMonitorDeadlockedThreads",
                            "getThreadAllocatedBytes",
                            "getThreadCpuTime",
                            "getThreadInfo",
                            "getThreadUserTime"));

    /** They stop all threads for some milliseconds, or change what others see. */
    private static final Map<String, Set<String>> CHANGES =
            Map.of(
                    "Memory", Set.of("gc"),
                    "MemoryPool", Set.of("resetPeakUsage"),
                    "Threading", Set.of("dumpAllThreads", "resetPeakThreadCount"));

    private PlatformBeans() {}

    static boolean isReadable(ObjectName bean) {
        return DOMAINS_READ.contains(bean.getDomain());
    }

    /** Whether who may only read may invoke it. */
    static boolean isRead(ObjectName bean, String operation) {
        return isIn(READS, bean, operation);
    }

    /** Whether who may change may invoke it. */
    static boolean isChange(ObjectName bean, String operation) {
        return isIn(CHANGES, bean, operation);
    }

    private static boolean isIn(
            Map<String, Set<String>> operations, ObjectName bean, String operation) {
        String type = bean.getKeyProperty("type");
        return bean.getDomain().equals("java.lang")
                && type != null
                && operations.getOrDefault(type, Set.of()).contains(operation);
    }
}
