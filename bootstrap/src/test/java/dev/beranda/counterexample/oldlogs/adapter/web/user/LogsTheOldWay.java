package dev.beranda.counterexample.oldlogs.adapter.web.user;

import java.util.logging.Logger;

record LogsTheOldWay(Logger log) {}
