package org.ninelives.page.site;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ninelives.api.access.RefusedException;
import org.ninelives.api.access.User;
import org.ninelives.api.access.Users;
import org.ninelives.api.json.JsonObject;
import org.ninelives.http.Answer;
import org.ninelives.http.Handler;
import org.ninelives.http.Request;
import org.ninelives.http.Service;
import org.ninelives.page.live.Live;
import org.ninelives.page.live.Watcher;
import org.ninelives.page.rows.Messages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything a browser asks for: the files of the page for everybody, all that is behind {@code
 * /api/} for those who have logged in. Safe for use by several threads.
 */
public final class Site implements Handler {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /** What the log says of it. */
    public static final Service SERVICE =
            new Service("the status page", "status-page", "status_page_address", "/", 4096);

    /** How the log and the audit call this way in. */
    private static final String WAY = "Status page";

    private static final String JSON = "application/json";
    private static final long HEARTBEAT_MILLIS = 5000;

    /** Nothing is kept, nothing of others is loaded, and nobody puts it into a frame. */
    private static final List<String> HEADERS =
            List.of(
                    "Cache-Control: no-store",
                    "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src"
                            + " 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none';"
                            + " form-action 'none'; frame-ancestors 'none'",
                    "X-Content-Type-Options: nosniff",
                    "X-Frame-Options: DENY",
                    "Referrer-Policy: no-referrer",
                    "Cross-Origin-Opener-Policy: same-origin",
                    "Cross-Origin-Resource-Policy: same-origin");

    private final Supplier<Optional<Users>> users;
    private final Sessions sessions = new Sessions(System::nanoTime);
    private final Live live;

    /**
     * Serves nothing by itself.
     *
     * @param users who may log in, while somebody knows that
     */
    public Site(Supplier<Optional<Users>> users, Live live) {
        this.users = users;
        this.live = live;
    }

    /** Whoever has logged in has to do so again. */
    public void endSessions() {
        sessions.endAll();
    }

    @Override
    public void answer(Request request, Answer answer) throws IOException {
        if (!Origins.isLoopback(request)) {
            tell(answer, "403 Forbidden", "ask for it as localhost or by its loopback address");
        } else if (request.path().startsWith("/api/")) {
            api(request, answer);
        } else {
            file(request, answer);
        }
    }

    private static void file(Request request, Answer answer) throws IOException {
        Optional<Assets.Asset> asset = Assets.at(request.path());
        if (asset.isEmpty()) {
            tell(answer, "404 Not Found", "there is nothing here");
        } else if (!request.method().equals("GET")) {
            tell(answer, "405 Method Not Allowed", "only GET");
        } else {
            send(answer, asset.get().type(), asset.get().bytes());
        }
    }

    private void api(Request request, Answer answer) throws IOException {
        if (!Origins.isOwn(request)) {
            tell(answer, "403 Forbidden", "another site may not ask for this");
            return;
        }
        String question = request.method() + " " + request.path();
        if (question.equals("POST /api/login")) {
            login(request, answer);
            return;
        }
        String authorization = request.header("authorization");
        Optional<User> user = sessions.user(authorization);
        if (user.isEmpty()) {
            tell(answer, "401 Unauthorized", "log in first");
            return;
        }
        answer.vouch();
        switch (question) {
            case "POST /api/logout" -> {
                sessions.end(authorization);
                send(answer, new JsonObject());
            }
            case "POST /api/act" -> act(user.get(), request, answer);
            case "GET /api/live" -> live(authorization, answer);
            default -> tell(answer, "404 Not Found", "there is nothing here");
        }
    }

    private void login(Request request, Answer answer) throws IOException {
        Optional<Users> known = users.get();
        if (known.isEmpty()) {
            tell(answer, "503 Service Unavailable", "nobody can log in yet; try again");
            return;
        }
        try {
            Form form = Form.of(request.body());
            User user =
                    known.get()
                            .login(WAY, form.value("name"), form.value("password"), answer.from());
            send(answer, me(user).put("token", sessions.begin(user)));
        } catch (RefusedException e) {
            tell(answer, "403 Forbidden", e.getMessage());
        } catch (IOException e) {
            LOG.error("Status page: passwords cannot be read: {}", e.getMessage());
            tell(answer, "503 Service Unavailable", "passwords cannot be read; see the log");
        }
    }

    private static void act(User user, Request request, Answer answer) throws IOException {
        try {
            send(answer, Acts.invoke(user, Form.of(request.body())));
        } catch (RefusedException e) {
            tell(answer, "409 Conflict", e.getMessage());
        }
    }

    private void live(String authorization, Answer answer) throws IOException {
        Optional<Watcher> watcher = live.watch();
        if (watcher.isEmpty()) {
            tell(answer, "503 Service Unavailable", "too many watch already; close another page");
            return;
        }
        try {
            stream(authorization, watcher.get(), answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watcher.get().end();
        }
    }

    private void stream(String authorization, Watcher watcher, Answer answer)
            throws IOException, InterruptedException {
        OutputStream out = answer.begin("200 OK", "text/event-stream", HEADERS, Answer.ENDLESS);
        String told = "";
        while (!watcher.hasEnded()) {
            Optional<User> user = sessions.user(authorization);
            if (user.isEmpty()) {
                write(out, Messages.of("over", "[]"));
                return;
            }
            String me = me(user.get()).toString();
            if (!me.equals(told)) {
                told = me;
                write(out, Messages.of("me", me));
            }
            write(out, watcher.next(HEARTBEAT_MILLIS).orElse(Messages.HEARTBEAT));
            answer.flush();
        }
    }

    private static JsonObject me(User user) {
        return new JsonObject().put("user", user.name()).put("mayAct", user.mayAct());
    }

    private static void write(OutputStream out, String message) throws IOException {
        out.write(message.getBytes(StandardCharsets.UTF_8));
    }

    private static void tell(Answer answer, String status, String text) throws IOException {
        answer.tell(status, text, HEADERS);
    }

    private static void send(Answer answer, JsonObject object) throws IOException {
        send(answer, JSON, object.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Answer answer, String type, byte[] body) throws IOException {
        answer.begin("200 OK", type, HEADERS, body.length).write(body);
    }
}
