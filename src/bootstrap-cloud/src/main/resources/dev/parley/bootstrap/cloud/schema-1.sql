CREATE TABLE parley_room (
    name                  text COLLATE "C" PRIMARY KEY,
    max_peers             integer NOT NULL,
    min_refill_candidates integer NOT NULL,
    -- Another one with every change of the room or its peers.
    version               uuid NOT NULL
);

CREATE TABLE parley_peer (
    room       text COLLATE "C" NOT NULL REFERENCES parley_room ON DELETE CASCADE,
    id         text COLLATE "C" NOT NULL,
    -- The order in which peers were listed.
    place      bigint GENERATED ALWAYS AS IDENTITY,
    name       text NOT NULL,
    ip         text NOT NULL,
    port       integer NOT NULL,
    protocol   text NOT NULL,
    status     text NOT NULL,
    -- What the peer says, in Unix seconds.
    timestamp  bigint NOT NULL,
    -- What the service saw.
    renewed    timestamptz,
    PRIMARY KEY (room, id)
);

CREATE INDEX parley_peer_in_order ON parley_peer (room, place);
