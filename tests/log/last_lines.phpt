--TEST--
Log: lines that the callable can't get any more, as the script ends, go where PHP's errors go
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

/* What a client's connection makes of a server, all of whose lines wait for the end of the turn. */
function ending(string $title, string $onOpen): void
{
    $server = TestServer::code(<<<PHP
        final class App extends Ratchet\Server\EchoServer {
            public function onOpen(Ratchet\ConnectionInterface \$conn) { $onOpen }
        }
        \$log = function (\$line, \$level) { echo "\$level: \$line\n"; };
        serve(new App, ['options' => ['log_level' => 'info', 'log' => \$log]]);
        PHP, ['ini' => ['error_log' => '/dev/stderr', 'log_errors' => '1', 'display_errors' => '0']]);
    $client = stream_socket_client("tcp://127.0.0.1:$server->port");
    fwrite($client, WsClient::upgradeHead());
    echo "-- $title: ", $server->wait(), "\n", preg_replace(['/^\[.*?\] /m', '/ in \S+( on line |:)\d+/', '/^(Stack trace:|#\d).*\n/m'],
        ['', ' in FILE', ''], $server->out() . $server->err());
}
ending('exit()', 'exit(3);');
ending('fatal error', '@trigger_error("harm", E_USER_ERROR);');
?>
--EXPECT--
-- exit(): 3
wschat: info: connection 1 (127.0.0.1) is open: /
-- fatal error: 255
PHP Fatal error:  harm in FILE
wschat: info: connection 1 (127.0.0.1) is open: /
