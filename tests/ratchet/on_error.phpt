--TEST--
onError: an \Exception comes as it is, an \Error wrapped or as it is, as the declared type allows
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

$types = [
    '\Exception $e', 'Exception $e', 'Throwable $e', '$e', 'mixed $e', 'Exception|Error $e', 'Error|Exception|null $e',
    'object $e', 'Exception $e, $more = null', '?Exception $e',
];
foreach ($types as $type) {
    $server = TestServer::code(<<<PHP
        serve(new class implements Ratchet\MessageComponentInterface {
            function onOpen(Ratchet\ConnectionInterface \$conn) {}
            function onMessage(Ratchet\ConnectionInterface \$conn, \$msg) {
                if (\$msg === 'exception') {
                    throw new DomainException('an exception', 5);
                }
                \$conn->nope();
            }
            function onClose(Ratchet\ConnectionInterface \$conn) {}
            function onError(Ratchet\ConnectionInterface \$conn, $type) {
                echo ' ', get_class(\$e), \$e->getPrevious() ? ' of ' . get_class(\$e->getPrevious()) : '';
            }
        });
        PHP);
    echo $type, ':';
    WsClient::connect($server->port)->text('exception')->text('error')->expectNothing();
    echo $server->out(), $server->err(), "\n";
}
?>
--EXPECT--
\Exception $e: DomainException ErrorException of Error
Exception $e: DomainException ErrorException of Error
Throwable $e: DomainException Error
$e: DomainException Error
mixed $e: DomainException Error
Exception|Error $e: DomainException Error
Error|Exception|null $e: DomainException Error
object $e: DomainException Error
Exception $e, $more = null: DomainException ErrorException of Error
?Exception $e: DomainException ErrorException of Error
