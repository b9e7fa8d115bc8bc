package org.ninelives.linux.process;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ninelives.api.system.RunningProcess;
import org.ninelives.api.system.SystemException;

/** Reads {@code /proc}, of which a process may go at any moment. */
final class ProcessFolder {

    private final Path proc;

    ProcessFolder(Path proc) {
        this.proc = proc;
    }

    List<RunningProcess> list(boolean commands) throws SystemException {
        List<RunningProcess> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(proc, "[1-9]*")) {
            for (Path folder : folders) {
                int pid = Integer.parseInt(folder.getFileName().toString());
                find(pid, commands).ifPresent(found::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            throw new SystemException("list of " + proc, "EIO", e.toString());
        }
        return found;
    }

    Optional<RunningProcess> find(int pid, boolean command) {
        Path folder = proc.resolve(Integer.toString(pid));
        try {
            Optional<String> name =
                    ProcText.nameOfLiving(Files.readAllBytes(folder.resolve("stat")));
            if (name.isEmpty()) {
                return Optional.empty();
            }
            List<String> words =
                    command
                            ? ProcText.words(Files.readAllBytes(folder.resolve("cmdline")))
                            : List.of();
            return Optional.of(new RunningProcess(pid, name.get(), words));
        } catch (IOException e) {
            return Optional.empty(); // It has gone, or is hidden from us (hidepid of proc(5)).
        }
    }
}
