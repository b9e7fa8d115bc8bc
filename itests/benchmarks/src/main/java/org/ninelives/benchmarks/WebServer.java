package org.ninelives.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ninelives.demo.lab.Cleanup;
import org.ninelives.demo.lab.NetworkNamespace;

/** An nginx that is every address of loopback, and answers each request with two bytes. */
final class WebServer implements AutoCloseable {

    private final Process nginx;

    WebServer(NetworkNamespace node, Path folder, Cleanup cleanup) throws IOException {
        Path own = Files.createTempDirectory(folder, "nginx");
        Path file = own.resolve("nginx.conf");
        Files.writeString(file, configuration(own));
        nginx =
                new ProcessBuilder(
                                node.inside(
                                        List.of("nginx", "-e", own + "/nginx.log", "-c" + file)))
                        .inheritIO()
                        .start();
        cleanup.add(this::close);
    }

    private static String configuration(Path folder) {
        return """
        worker_processes 1;
        daemon off;
        pid %1$s/nginx.pid;
        error_log %1$s/nginx.log crit;
        events { worker_connections 20000; }
        http {
            access_log off;
            keepalive_timeout 0;
            client_body_temp_path %1$s;
            proxy_temp_path %1$s;
            fastcgi_temp_path %1$s;
            uwsgi_temp_path %1$s;
            scgi_temp_path %1$s;
            server {
                listen 80 backlog=4096;
                location / { return 200 "ok"; }
            }
        }\
        """
                .formatted(folder);
    }

    /**
     * Says so if it does not run.
     *
     * @throws IOException because then the servers are not there
     */
    void requireRunning() throws IOException {
        if (!nginx.isAlive()) {
            throw new IOException("nginx has ended with status " + nginx.exitValue());
        }
    }

    @Override
    public void close() {
        // In order, as its worker would outlive it.
        nginx.destroy();
        nginx.onExit().join();
    }
}
