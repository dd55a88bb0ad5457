create table run (
    number bigint primary key,
    inventory text not null,
    inventory_digest text not null,
    program text not null,
    key_id text not null,
    began text not null,
    ended text
);
create table look (
    run bigint not null references run (number),
    target text not null,
    ordinal bigint not null,
    kind text not null,
    owner text not null,
    outcome text not null,
    detail text not null,
    complete bigint not null,
    places bigint not null,
    summary text not null,
    items_digest text not null,
    digest text not null,
    pruned bigint not null,
    primary key (run, target)
);
create table item (
    digest text primary key,
    body text not null
);
create table sighting (
    run bigint not null,
    target text not null,
    ordinal bigint not null,
    item text not null references item (digest),
    primary key (run, target, ordinal),
    foreign key (run, target) references look (run, target)
);
create table turn (
    run bigint not null,
    target text not null,
    kind text not null,
    check_id text not null,
    identity text not null,
    state text not null,
    item text not null references item (digest),
    primary key (target, kind, check_id, identity, run),
    foreign key (run, target) references look (run, target)
);
create table chain (
    number bigint primary key,
    kind text not null,
    subject bigint not null,
    at text not null,
    content text not null,
    hash text not null
);
create index turn_by_run on turn (run);
create index sighting_by_item on sighting (item);
create index turn_by_item on turn (item);
