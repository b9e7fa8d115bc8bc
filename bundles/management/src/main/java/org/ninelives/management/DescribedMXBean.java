package org.ninelives.management;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.management.AttributeList;
import javax.management.Descriptor;
import javax.management.ImmutableDescriptor;
import javax.management.JMX;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.NotificationEmitter;
import javax.management.StandardEmitterMBean;
import javax.management.openmbean.OpenType;
import org.ninelives.api.management.Description;
import org.ninelives.api.management.Moment;
import org.ninelives.api.management.Reads;

/**
 * An MXBean whose help texts are the {@link Description}s of its interface and whose parameters
 * keep their names, where the platform would show {@code p1} and repeat the name of the attribute.
 * So have the components of records. Operations say whether they change something.
 */
class DescribedMXBean extends StandardEmitterMBean {

    private static final ClassValue<AtomicReference<MBeanInfo>> INFOS =
            new ClassValue<>() {
                @Override
                protected AtomicReference<MBeanInfo> computeValue(Class<?> type) {
                    return new AtomicReference<>();
                }
            };

    DescribedMXBean(Object bean, Class<Object> beanInterface, NotificationEmitter notifications) {
        super(bean, beanInterface, true, notifications);
    }

    /** Beans of one class share it, as there may be many thousands. */
    @Override
    public MBeanInfo getMBeanInfo() {
        AtomicReference<MBeanInfo> known = INFOS.get(getImplementationClass());
        MBeanInfo info = known.get();
        if (info == null) {
            info = withDescribedTypes(super.getMBeanInfo());
            known.set(info);
        }
        return info;
    }

    /** Attributes that are read together are of one moment. */
    @Override
    public AttributeList getAttributes(String[] names) {
        return Moment.at(() -> super.getAttributes(names));
    }

    private MBeanInfo withDescribedTypes(MBeanInfo info) {
        MBeanAttributeInfo[] attributes = info.getAttributes();
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = withDescribedType(attributes[i]);
        }
        MBeanOperationInfo[] operations = info.getOperations();
        for (int i = 0; i < operations.length; i++) {
            operations[i] = withDescribedType(operations[i]);
        }
        return new MBeanInfo(
                info.getClassName(),
                info.getDescription(),
                attributes,
                info.getConstructors(),
                operations,
                info.getNotifications(),
                info.getDescriptor());
    }

    private MBeanAttributeInfo withDescribedType(MBeanAttributeInfo attribute) {
        return getter(attribute.getName())
                .map(
                        getter ->
                                new MBeanAttributeInfo(
                                        attribute.getName(),
                                        attribute.getType(),
                                        attribute.getDescription(),
                                        attribute.isReadable(),
                                        attribute.isWritable(),
                                        attribute.isIs(),
                                        described(attribute.getDescriptor(), getter)))
                .orElse(attribute);
    }

    private MBeanOperationInfo withDescribedType(MBeanOperationInfo operation) {
        return method(operation)
                .map(
                        method ->
                                new MBeanOperationInfo(
                                        operation.getName(),
                                        operation.getDescription(),
                                        operation.getSignature(),
                                        operation.getReturnType(),
                                        operation.getImpact(),
                                        described(operation.getDescriptor(), method)))
                .orElse(operation);
    }

    private static Descriptor described(Descriptor descriptor, Method method) {
        if (!(descriptor.getFieldValue(JMX.OPEN_TYPE_FIELD) instanceof OpenType<?> open)) {
            return descriptor;
        }
        Map<String, Object> fields = new HashMap<>();
        for (String name : descriptor.getFieldNames()) {
            fields.put(name, descriptor.getFieldValue(name));
        }
        fields.put(
                JMX.OPEN_TYPE_FIELD, DescribedTypes.describe(open, method.getGenericReturnType()));
        return new ImmutableDescriptor(fields);
    }

    private Optional<Method> getter(String attribute) {
        return Stream.of("get", "is").flatMap(prefix -> methods(prefix + attribute)).findFirst();
    }

    @Override
    protected int getImpact(MBeanOperationInfo operation) {
        boolean reads =
                method(operation).filter(m -> m.isAnnotationPresent(Reads.class)).isPresent();
        return reads ? MBeanOperationInfo.INFO : MBeanOperationInfo.ACTION;
    }

    @Override
    protected String getDescription(MBeanInfo info) {
        return description(getMBeanInterface()).orElse(super.getDescription(info));
    }

    @Override
    protected String getDescription(MBeanAttributeInfo attribute) {
        return Stream.of("get", "is", "set")
                .flatMap(prefix -> methods(prefix + attribute.getName()))
                .flatMap(method -> description(method).stream())
                .findFirst()
                .orElse(super.getDescription(attribute));
    }

    @Override
    protected String getDescription(MBeanOperationInfo operation) {
        return method(operation)
                .flatMap(DescribedMXBean::description)
                .orElse(super.getDescription(operation));
    }

    @Override
    protected String getDescription(
            MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return method(operation)
                .flatMap(method -> description(method.getParameters()[sequence]))
                .orElse(super.getDescription(operation, parameter, sequence));
    }

    @Override
    protected String getParameterName(
            MBeanOperationInfo operation, MBeanParameterInfo parameter, int sequence) {
        return method(operation)
                .map(method -> method.getParameters()[sequence].getName())
                .orElse(super.getParameterName(operation, parameter, sequence));
    }

    private Optional<Method> method(MBeanOperationInfo operation) {
        return methods(operation.getName())
                .filter(method -> takes(method, operation.getSignature()))
                .findFirst();
    }

    /**
     * Whether a method is meant by a signature. A parameter of the method that is no simple type
     * appears in the signature as the open type that stands for it.
     */
    private static boolean takes(Method method, MBeanParameterInfo[] signature) {
        Class<?>[] types = method.getParameterTypes();
        return types.length == signature.length
                && IntStream.range(0, types.length)
                        .allMatch(
                                i ->
                                        !isSimple(types[i])
                                                || types[i].getName()
                                                        .equals(signature[i].getType()));
    }

    private static boolean isSimple(Class<?> type) {
        return type.isPrimitive() || type == String.class;
    }

    private Stream<Method> methods(String name) {
        return Arrays.stream(getMBeanInterface().getMethods())
                .filter(method -> method.getName().equals(name));
    }

    private static Optional<String> description(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Description.class))
                .map(Description::value);
    }
}
