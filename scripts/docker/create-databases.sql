-- PostgreSQL's image runs this by psql when its volume is empty: a database for each subgraph, which
-- only its own role can enter. The passwords are for the demo.
\getenv password SUBGRAPH_PASSWORD

create role schools login password :'password';
create role employers login password :'password';
create role students login password :'password';
create role placements login password :'password';

create database schools owner schools;
create database employers owner employers;
create database students owner students;
create database placements owner placements;

revoke connect on database schools, employers, students, placements from public;
