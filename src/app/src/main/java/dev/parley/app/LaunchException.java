package dev.parley.app;

/** The program cannot start; the message is one sentence that tells its reader what to do. */
final class LaunchException extends Exception {
    private final ExitStatus status;

    LaunchException(ExitStatus status, String message) {
        super(message);
        this.status = status;
    }

    LaunchException(ExitStatus status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    ExitStatus status() {
        return status;
    }
}
