package dev.parley.console.doctor;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import java.util.List;

/** One thing that the doctor looks at. Blocks; called on the console thread. */
interface Check {
    /**
     * What there is to say about it, good or bad.
     *
     * @throws SessionException if it could not be looked at, which its message explains
     */
    List<Finding> look(Session session) throws SessionException;
}
