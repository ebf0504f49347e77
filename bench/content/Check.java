import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds what was generated against what the house would have written: references, counters, places, words. Ends with 1 when
/// something is wrong. Arguments: JDBC address, user, password.
final class Check {

    private static final Map<String, String> WRONGS = new LinkedHashMap<>();

    static {
        WRONGS.put(
                "comments of posts",
                "select count(*) from post p left join (select post_id, count(*) n from comment"
                        + " where shown and state = 'published' group by 1) c on c.post_id = p.id"
                        + " where p.comment_count <> coalesce(n, 0)");
        WRONGS.put(
                "likes of posts",
                "select count(*) from post p left join (select post_id, count(*) n from post_like group by 1) c"
                        + " on c.post_id = p.id where p.like_count <> coalesce(n, 0)");
        WRONGS.put(
                "posts of tags",
                "select count(*) from tag t left join (select tag_id, count(*) n from post_tag where counted group by 1) c"
                        + " on c.tag_id = t.id where t.post_count <> coalesce(n, 0)");
        WRONGS.put(
                "posts of categories",
                "select count(*) from category t left join (select counted_under, count(*) n from post group by 1) c"
                        + " on c.counted_under = t.id where t.post_count <> coalesce(n, 0)");
        WRONGS.put(
                "who counts a post",
                "select count(*) from post where counted_under is distinct from"
                        + " case when visible_from <= now() then category_id end");
        WRONGS.put(
                "from when on tags see their posts",
                "select count(*) from post_tag t join post p on p.id = t.post_id"
                        + " where t.visible_from is distinct from p.visible_from"
                        + " or t.counted is distinct from coalesce(p.visible_from <= now(), false)");
        WRONGS.put(
                "from when on posts are found",
                "select count(*) from post p left join post_search s on s.post_id = p.id"
                        + " where s.post_id is null or s.visible_from is distinct from p.visible_from");
        WRONGS.put(
                "posts without their text, address or latest edition",
                "select count(*) from post p where not exists (select from post_text t where t.post_id = p.id)"
                        + " or not exists (select from post_slug s where s.post_id = p.id and s.slug = p.slug)"
                        + " or (select r.markdown from post_revision r where r.post_id = p.id order by number desc limit 1)"
                        + " <> (select t.markdown from post_text t where t.post_id = p.id)");
        WRONGS.put(
                "places of comments",
                "select count(*) from comment c where c.path[cardinality(c.path)] <> c.id or cardinality(c.path) > 6"
                        + " or cardinality(c.path) = 1 and c.answered_id is not null"
                        + " or cardinality(c.path) > 1 and not exists (select from comment a where a.id = c.answered_id"
                        + " and a.post_id = c.post_id and a.shown"
                        + " and a.path[:cardinality(c.path) - 1] = c.path[:cardinality(c.path) - 1])");
        WRONGS.put("changes that are not counted yet", "select count(*) from tally_change");
    }

    private Check() {}

    public static void main(String[] words) throws SQLException {
        int wrong = 0;
        try (var connection = new Loader(words[0], words[1], words[2]).connect()) {
            for (var one : WRONGS.entrySet()) {
                wrong += told(one.getKey(), number(connection, one.getValue()));
            }
            wrong += told("references that lead nowhere", lost(connection));
            wrong += told("words of posts, of 500", otherWords(connection));
            wrong += told("indexes that are gone or damaged", damaged(connection));
        }
        System.out.println("RESULT " + wrong);
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static long told(String what, long wrong) {
        System.out.println((wrong == 0 ? "  ok " : "  NO ") + what + ": " + wrong + " wrong");
        return wrong;
    }

    private static long number(Connection connection, String question) throws SQLException {
        return Long.parseLong(Loader.texts(connection, question).getFirst());
    }

    /// Rows were let in without asking whether what they name is there.
    private static long lost(Connection connection) throws SQLException {
        List<String> questions = Loader.texts(
                connection,
                """
                select format('select count(*) from %s c where c.%I is not null and not exists (select from %s p where p.%I = c.%I)',
                    f.conrelid::regclass, a.attname, f.confrelid::regclass, b.attname, a.attname)
                from pg_constraint f
                join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
                join pg_attribute b on b.attrelid = f.confrelid and b.attnum = f.confkey[1]
                where f.contype = 'f' and f.conrelid::regclass::text ~ '^(post|comment|tag|category|credential)'
                """);
        long lost = 0;
        for (String question : questions) {
            lost += number(connection, question);
        }
        return lost;
    }

    /// Has some posts found anew, and looks whether anything changed by it.
    private static long otherWords(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        Loader.run(
                connection,
                "create temporary table before on commit drop as"
                        + " select * from post_search order by md5(post_id::text) limit 500");
        Loader.run(
                connection, "update post_search set prose = prose where post_id in (select b.post_id from before b)");
        long changed = number(
                connection,
                "select count(*) from before b join post_search s using (post_id)"
                        + " where (b.prose, b.visible_from, b.document) is distinct from (s.prose, s.visible_from, s.document)");
        connection.rollback();
        connection.setAutoCommit(true);
        return changed;
    }

    private static long damaged(Connection connection) throws SQLException {
        Loader.run(connection, "create extension if not exists amcheck");
        long without = number(connection, "select count(*) from pg_index where not indisvalid");
        number(
                connection,
                "select count(bt_index_check(i.oid, true)) from pg_index x join pg_class i on i.oid = x.indexrelid"
                        + " join pg_class c on c.oid = x.indrelid where i.relam = (select oid from pg_am where amname = 'btree')"
                        + " and c.relname ~ '^(post|comment|tag|category)' and c.relkind = 'r'");
        return without;
    }
}
