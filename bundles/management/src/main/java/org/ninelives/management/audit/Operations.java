package org.ninelives.management.audit;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;

/** Finds operations in the description of a bean. */
public final class Operations {

    private Operations() {}

    /**
     * The operation of this name and these types.
     *
     * @param signature the types of the parameters; {@code null} for none
     */
    public static Optional<MBeanOperationInfo> find(
            MBeanInfo bean, String name, String[] signature) {
        String[] wanted = signature == null ? new String[0] : signature;
        return Stream.of(bean.getOperations())
                .filter(operation -> operation.getName().equals(name))
                .filter(operation -> Arrays.equals(types(operation), wanted))
                .findFirst();
    }

    /** Whether it says of itself that it changes nothing. */
    public static boolean isRead(MBeanOperationInfo operation) {
        return operation.getImpact() == MBeanOperationInfo.INFO;
    }

    private static String[] types(MBeanOperationInfo operation) {
        return Stream.of(operation.getSignature())
                .map(MBeanParameterInfo::getType)
                .toArray(String[]::new);
    }
}
