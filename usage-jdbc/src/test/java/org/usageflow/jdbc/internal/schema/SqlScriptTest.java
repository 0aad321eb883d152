package org.usageflow.jdbc.internal.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlScriptTest {

    @Test
    void statements_end_at_semicolons_and_the_last_needs_none() {
        assertThat(SqlScript.statements("create a;\n create b ;;\n\n create c"))
                .containsExactly("create a", "create b", "create c");
    }

    @Test
    void text_of_comments_alone_has_no_statements() {
        assertThat(SqlScript.statements("-- one; two\n/* three; four */ ; -- end"))
                .isEmpty();
    }

    @Test
    void comments_are_left_out_wherever_they_are() {
        assertThat(SqlScript.statements("-- it's; one\nselect /* a;b ' */ 1 -- 2;\n, 3;"))
                .containsExactly("select   1 \n, 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select 'a;b'",
                "select 'it''s; -- no comment'",
                "select \"a;\"\"b\"",
                "select `a;b`",
                "do $$ begin a; b; end $$",
                "do $x$ a; $$ b; $y$ $x$",
                "select '/* no comment'",
                "select a$b, c$d",
                "select $1",
                "select 2 - -1"
            })
    void statement_is_left_as_it_is(String statement) {
        assertThat(SqlScript.statements(statement + ";\nselect 1;")).containsExactly(statement, "select 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select 'a", "select \"a", "select `a", "/* a", "do $x$ a; $y$"})
    void what_does_not_end_is_refused(String text) {
        assertThatThrownBy(() -> SqlScript.statements(text)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothing_has_no_statements() {
        assertThat(SqlScript.statements("")).isEqualTo(List.of());
    }
}
