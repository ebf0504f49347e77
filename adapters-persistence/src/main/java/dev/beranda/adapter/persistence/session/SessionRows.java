package dev.beranda.adapter.persistence.session;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SessionRows extends GenericRepository<SessionRow, UUID> {

    String BORNE = """
            SELECT s.id, s.user_id, u.role, u.authority, u.disabled OR u.leaves_at IS NOT NULL AS barred,
              s.device_name, s.user_agent, s.address, s.network, s.generation, s.opened_at, s.refreshed_at, s.expires_at, s.ended_at, s.end_reason, s.version
            FROM session s JOIN app_user u ON u.id = s.user_id
            """;

    @Query(BORNE + "WHERE s.id = :id")
    Optional<BorneSession> find(UUID id);

    @Query(BORNE + "WHERE s.user_id = :userId AND s.ended_at IS NULL ORDER BY s.opened_at DESC, s.id DESC")
    List<BorneSession> findOpen(UUID userId);

    @Query("""
            SELECT EXISTS (SELECT 1 FROM session s WHERE s.user_id = :userId AND s.network = :network
              AND (s.ended_at IS NULL OR s.end_reason IN (:ends)))
            """)
    boolean existsFrom(UUID userId, String network, List<String> ends);

    void save(SessionRow row);

    /// Fails if the version in the row is not the one in the table.
    void update(SessionRow row);
}
