-- The state of a city: another number after each change. What is made from the city's data and kept
-- (in memory, in browsers) is good for as long as the number is the same.
create table city_state (
    tenant bigint primary key references tenant (id),
    state bigint not null
);
