package io.hushgate.report.store;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A server of its own for one test class: its cluster lies in a directory of its own, it listens on
 * loopback at a free port, and it is gone afterwards. It refuses to run as root, so root lends it
 * the user nobody.
 */
final class PostgresqlServer implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String USER = "hushgate";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path directory;
    private final int port;
    private final Process process;
    private int databases;

    private PostgresqlServer(Path directory, int port, Process process) {
        this.directory = directory;
        this.port = port;
        this.process = process;
    }

    /** Where the newest installed server's programs lie; empty where none is installed. */
    static Optional<Path> programs() throws IOException {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        }
    }

    static PostgresqlServer start(Path programs) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("postgresql");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path data = directory.resolve("data");
        Path log = Files.createTempFile("postgresql", ".log");
        List<String> make = command(programs.resolve("initdb"), "-D", data.toString());
        make.addAll(List.of("-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"));
        if (begin(make, directory, log).waitFor() != 0) {
            throw new IllegalStateException(Files.readString(log));
        }
        int port = freePort();
        List<String> serve = command(programs.resolve("postgres"), "-D", data.toString());
        serve.addAll(List.of("-h", "127.0.0.1", "-p", "" + port, "-k", directory.toString(), "-F"));
        PostgresqlServer server =
                new PostgresqlServer(directory, port, begin(serve, directory, log));
        server.await(log);
        return server;
    }

    private static List<String> command(Path program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.add(program.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process begin(List<String> command, Path directory, Path log)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(Path log) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (Connection _ = connect()) {
                return;
            } catch (SQLException e) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException(Files.readString(log), e);
                }
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url("postgres"), USER, "");
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String user() {
        return USER;
    }

    /** The address of a new database. */
    StoreAddress newDatabase() {
        String name = "audit" + databases++;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return StoreAddress.parse(url(name));
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().join();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
