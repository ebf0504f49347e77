package dev.beranda.counterexample.ownconnections.adapter.persistence.feed;

import java.sql.Connection;

record ListensOnAConnection(Connection connection) {}
