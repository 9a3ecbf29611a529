--TEST--
onError: a variadic parameter has a type as well
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

foreach (['Exception ...$e', 'Throwable ...$e', '...$e'] as $type) {
    $server = TestServer::code(<<<PHP
        serve(new class implements Ratchet\MessageComponentInterface {
            function onOpen(Ratchet\ConnectionInterface \$conn) {}
            function onMessage(Ratchet\ConnectionInterface \$conn, \$msg) { \$conn->nope(); }
            function onClose(Ratchet\ConnectionInterface \$conn) {}
            function onError(Ratchet\ConnectionInterface \$conn, $type) { \$conn->send(get_class(\$e[0])); }
        });
        PHP);
    $client = WsClient::connect($server->port)->text('error');
    echo "$type: ", $client->read(), $server->err(), "\n";
}
?>
--EXPECT--
Exception ...$e: text "ErrorException"
Throwable ...$e: text "Error"
...$e: text "Error"
