package dev.parley.app;

/** What the program ends with, apart from the status that the JVM itself gives after a signal (130, 143). */
enum ExitStatus {
    OK(0),
    FAILED(1),
    WRONG_OPTIONS(2);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
