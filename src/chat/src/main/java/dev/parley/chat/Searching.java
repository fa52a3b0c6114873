package dev.parley.chat;

import dev.parley.chat.Candidates.Candidate;
import dev.parley.group.Contact;
import dev.parley.group.Group;
import java.util.ArrayList;
import java.util.List;

/** Finds out how those who may be in the room answer. Blocks for up to three seconds; any thread but the session's and the group's. */
final class Searching {
    private Searching() {}

    static Search at(Group group, Candidates candidates) {
        List<Candidate> asked = candidates.candidates();
        List<Contact> contacts = AtOnce.ask(candidates.addresses(), group.discovery()::contact);
        List<Tried> tried = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++)
            tried.add(new Tried(asked.get(i).name(), contacts.get(i)));
        return new Search(candidates.service(), candidates.trouble(), tried);
    }
}
