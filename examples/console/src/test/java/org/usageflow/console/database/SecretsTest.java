package org.usageflow.console.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jdbc:postgresql://h/x?user=me&password=p$1|jdbc:postgresql://h/x?user=me&password=***",
                "x?password=p&user=me|x?password=***&user=me",
                "jdbc:h2:x;PASSWORD=p;USER=u|jdbc:h2:x;PASSWORD=***;USER=u",
                "jdbc:h2:x;Pwd = p;USER=u|jdbc:h2:x;Pwd = ***;USER=u",
                "for \"jdbc:h2:x;PASSWORD=p\" [90011]|for \"jdbc:h2:x;PASSWORD=***\" [90011]",
                "password=\"a b\" x|password=*** x",
                "jdbc:mysql://me:p:q@h/x|jdbc:mysql://me:***@h/x",
                "nothing to hide|nothing to hide"
            })
    void passwords_are_masked_and_the_rest_stays(String text, String masked) {
        assertThat(Secrets.masked(text)).isEqualTo(masked);
    }
}
