package org.ninelives.ctl;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.UndeclaredThrowableException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import org.ninelives.ctl.access.UnknownObjectException;
import org.ninelives.ctl.access.UnreachableException;
import org.ninelives.ctl.access.Words;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Says in one line why a command failed. */
final class Failures implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(
            Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        err.println("ninelivesctl: " + sentence(failure));
        err.flush();
        return status(failure);
    }

    /** Which status stands for it. */
    static int status(Throwable failure) {
        return switch (failure) {
            case ParameterException e -> ExitStatus.USAGE;
            case UnreachableException e -> ExitStatus.UNREACHABLE;
            case UnknownObjectException e -> ExitStatus.UNKNOWN_OBJECT;
            case IOException e -> ExitStatus.UNREACHABLE;
            default -> ExitStatus.REFUSED;
        };
    }

    private static String sentence(Throwable failure) {
        return switch (failure) {
            case UndeclaredThrowableException wrapped -> sentence(wrapped.getCause());
            case JMRuntimeException wrapped when wrapped.getCause() != null ->
                    sentence(wrapped.getCause());
            case JMException wrapped when wrapped.getCause() != null ->
                    sentence(wrapped.getCause());
            case IOException lost -> "the connection is lost: " + Words.reason(lost);
            default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
        };
    }
}
