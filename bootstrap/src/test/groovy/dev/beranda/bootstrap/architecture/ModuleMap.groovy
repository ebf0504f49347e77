package dev.beranda.bootstrap.architecture

/// Which business word may know which, in the domain and in the application alike. A new word begins here.
final class ModuleMap {

    static final String FREE_FOR_ALL = 'shared'

    private static final Map<String, List<String>> KNOWS = [
        (FREE_FOR_ALL): [],
        user          : [],
        retry         : ['user'],
        session       : ['user'],
        letter        : ['user', 'session'],
        privacy       : ['user', 'session', 'letter'],
        passkey       : ['user', 'session'],
        factor        : ['user', 'session', 'passkey'],
        audit         : ['user'],
        credential    : ['user', 'session', 'letter', 'factor', 'passkey', 'identity', 'audit', 'privacy'],
        activity      : ['user', 'session'],
        media         : ['user'],
        identity      : ['user', 'session', 'letter', 'factor'],
        tag           : [],
        category      : [],
        post          : ['user', 'media', 'tag', 'category', 'audit'],
        comment       : ['user', 'post', 'audit'],
        readership    : ['user', 'post'],
        freshness     : ['user', 'post'],
        syndication   : ['user', 'media', 'post'],
        exchange      : ['user', 'post', 'tag', 'category', 'media', 'comment', 'audit'],
        administration: ['user', 'session', 'letter', 'audit', 'privacy', 'factor', 'credential'],
    ]

    private ModuleMap() {}

    static boolean has(String word) {
        KNOWS.containsKey(word)
    }

    static boolean lets(String word, String other) {
        word == other || other == FREE_FOR_ALL || other in KNOWS[word]
    }
}
