package org.ninelives.check.http.real;

import java.nio.file.Files;
import java.nio.file.Path;
import org.ninelives.check.http.tls.TestServer;
import org.ninelives.testkit.Programs;

/**
 * One nginx with pages of all kinds.
 *
 * @param port without TLS
 * @param tlsPort with TLS, and two hosts by name
 * @param closedPort with TLS for those who have a certificate
 */
record Nginx(int port, int tlsPort, int closedPort) {

    private static final String CONFIGURATION =
            """
            worker_processes 1;
            pid FOLDER/nginx.pid;
            error_log FOLDER/error.log;
            events {}
            http {
                access_log off;
                client_body_temp_path FOLDER/b; proxy_temp_path FOLDER/p; fastcgi_temp_path FOLDER/f;
                uwsgi_temp_path FOLDER/u; scgi_temp_path FOLDER/s;
                ssl_session_cache shared:ssl:1m;
                keepalive_timeout 65;
                root FOLDER/www;
                server {
                    listen 127.0.0.1:PLAIN_PORT;
                    location /chunked/ { ssi on; ssi_types *; }
                    location = /busy { return 503 "busy"; }
                    location = /moved { return 302 /; }
                    location = /empty { return 204; }
                    location = /method { return 200 "$request_method $http_accept"; }
                    location = /host { return 200 "$http_host"; }
                    location = /kept {
                        keepalive_timeout 65;
                        return 200 "kept";
                    }
                    location /closed/ { auth_basic x; auth_basic_user_file FOLDER/users; }
                }
                server {
                    listen 127.0.0.1:TLS_PORT ssl default_server;
                    ssl_certificate CERTIFICATES/server.pem;
                    ssl_certificate_key CERTIFICATES/server.key;
                    return 200 "first $ssl_session_reused $ssl_server_name";
                }
                server {
                    listen 127.0.0.1:TLS_PORT ssl;
                    server_name b.example;
                    ssl_certificate CERTIFICATES/expired.pem;
                    ssl_certificate_key CERTIFICATES/server.key;
                    return 200 "second $ssl_session_reused $ssl_server_name";
                }
                server {
                    listen 127.0.0.1:CLOSED_PORT ssl;
                    ssl_certificate CERTIFICATES/server.pem;
                    ssl_certificate_key CERTIFICATES/server.key;
                    ssl_client_certificate CERTIFICATES/ca.pem;
                    ssl_verify_client on;
                    return 200 "$ssl_client_s_dn";
                }
            }
            """;

    static Nginx start(Programs programs, Path folder) throws Exception {
        Nginx nginx = new Nginx(Programs.freePort(), Programs.freePort(), Programs.freePort());
        Path www = Files.createDirectories(folder.resolve("www"));
        Files.createDirectories(www.resolve("chunked"));
        Files.createDirectories(www.resolve("closed"));
        Files.writeString(www.resolve("hello"), "hello world");
        Files.writeString(
                www.resolve("chunked/hello"), "hello<!--# echo var=\"x\" default=\" \" -->world");
        Files.writeString(www.resolve("closed/hello"), "hello world");
        Files.writeString(www.resolve("large"), "0123456789".repeat(100_000));
        Files.writeString(folder.resolve("users"), "probe:{PLAIN}hush\n");
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(
                configuration,
                CONFIGURATION
                        .replace("FOLDER", folder.toString())
                        .replace("PLAIN_PORT", Integer.toString(nginx.port))
                        .replace("TLS_PORT", Integer.toString(nginx.tlsPort))
                        .replace("CLOSED_PORT", Integer.toString(nginx.closedPort))
                        .replace("CERTIFICATES", TestServer.file("").toAbsolutePath().toString()));
        programs.serve(
                nginx.port,
                folder.resolve("nginx.log"),
                "nginx",
                "-p",
                folder.toString(),
                "-c",
                configuration.toString(),
                "-g",
                "daemon off; master_process off;");
        return nginx;
    }
}
