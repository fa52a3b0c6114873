package dev.parley.benchmarks;

/**
 * A member of a group that says texts to all others and counts what it hears: the same task done with bare JGroups and with
 * a Parley session.
 */
interface Speaker extends AutoCloseable {
    /** Joins; returns when connected, though others may not be in the view yet. */
    void join() throws Exception;

    /** How many members there are and can be heard, this one included. */
    int members();

    /** Where it listens, as {@code host[port]}. */
    String address();

    /** A way to say one text of that many bytes with each call; called from one thread. */
    Saying oneByOne(int bytes);

    /** The fastest way to say many texts of that many bytes; called from one thread. */
    Saying inNumbers(int bytes);

    /** Says something, waiting while the group is too slow for more. */
    interface Saying {
        /** Returns how many texts it said. */
        int say() throws Exception;
    }

    /** Hears that others said something, on whatever thread brings it; must not say anything itself. */
    interface Ear {
        void heard(int texts);
    }

    @Override
    void close();
}
