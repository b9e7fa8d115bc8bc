package org.ninelives.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What classes may use of each other and of the platform.
 *
 * @param root the package below which each bundle has a package of its own name
 */
record Laws(String root) {

    /** The ring of each bundle that is not a service. */
    private static final Map<String, Integer> RINGS =
            Map.of("config", 0, "api", 1, "linux", 2, "http", 2, "ipvs", 3);

    private static final int RING_OF_SERVICES = 4;

    /**
     * Bundles of one family have two words in their name: track.script, notify.email; the bundle
     * check has the name of its family, and packages.
     */
    private static final Pattern BUNDLE =
            Pattern.compile("((track|notify|check)\\.(?!(core|engine|internal)(\\.|$)))?[^.]+");

    private static final Set<String> CLOCK_METHODS =
            Set.of("now", "nanoTime", "currentTimeMillis", "systemUTC", "systemDefaultZone");

    /** Imports point to a lower ring; bundles of one ring do not know each other. */
    ArchRule rings() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should(useLowerRingsOnly())
                .because("services meet in the service registry, through api");
    }

    /** Pure packages get time as an argument and answer with values. */
    ArchRule purity() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".config..", root + "..core..", root + "..wire..")
                .should()
                .dependOnClassesThat(impure())
                .because("a pure package has no IO, thread, logger, container or native code");
    }

    /** Only the machine knows what time it is. */
    ArchRule timeIsAnArgument() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".config..", root + "..core..", root + "..wire..")
                .should()
                .accessTargetWhere(describe("a clock is read", Laws::readsClock))
                .because("a pure package gets time as an argument");
    }

    /** Native code is loaded in one place. */
    ArchRule nativeCode() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + ".linux..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.jna..")
                .because("linux is the only bundle that loads native code");
    }

    private static DescribedPredicate<JavaClass> impure() {
        return resideInAnyPackage(
                        "java.io..",
                        "java.net..",
                        "java.nio.file..",
                        "java.nio.channels..",
                        "java.util.concurrent..",
                        "java.util.logging..",
                        "javax.management..",
                        "org.slf4j..",
                        "org.osgi.framework..",
                        "org.osgi.service..",
                        "com.sun.jna..")
                .or(describe("is a thread or process", Laws::isThreadOrProcess))
                // An array that grows, whatever package it is in.
                .and(not(equivalentTo(ByteArrayOutputStream.class)));
    }

    private static boolean isThreadOrProcess(JavaClass type) {
        return type.isEquivalentTo(Thread.class)
                || type.isEquivalentTo(Process.class)
                || type.isEquivalentTo(ProcessBuilder.class)
                || type.isEquivalentTo(Runtime.class);
    }

    private static boolean readsClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return (owner.equals("java.lang.System") || owner.startsWith("java.time."))
                && CLOCK_METHODS.contains(access.getName());
    }

    private ArchCondition<JavaClass> useLowerRingsOnly() {
        return new ArchCondition<>("use their own bundle and lower rings only") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    if (isOurs(target) && !mayUse(bundle(type), bundle(target))) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    private String bundle(JavaClass type) {
        Matcher matcher = BUNDLE.matcher(type.getPackageName().substring(root.length() + 1));
        return matcher.lookingAt() ? matcher.group() : "";
    }

    private static boolean mayUse(String user, String used) {
        return user.equals(used) || ring(used) < ring(user);
    }

    private static int ring(String bundle) {
        return RINGS.getOrDefault(bundle, RING_OF_SERVICES);
    }
}
