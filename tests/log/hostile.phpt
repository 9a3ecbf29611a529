--TEST--
Log: a callable that throws, exits, fails, closes everything, runs the loop or causes lines itself
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';

/* One server whose callable is this code; the client connects twice. */
function server(string $body, string $level = 'info'): TestServer
{
    return TestServer::code(<<<PHP
        final class App extends Ratchet\Server\EchoServer {
            public static array \$all = [];
            public function onOpen(Ratchet\ConnectionInterface \$conn) {
                self::\$all[] = \$conn;
                if (\$conn->httpRequest->getUri()->getPath() === '/stop') {
                    (new WsChat\Loop)->stop();
                }
            }
            public function onClose(Ratchet\ConnectionInterface \$conn) { echo "closed\n"; }
        }
        register_shutdown_function(function () { echo "end\n"; });
        \$calls = 0;
        \$log = function (\$line, \$level) use (&\$log, &\$calls) {
            \$calls++;
            $body
        };
        \$options = ['log_level' => '$level', 'log' => \$log];
        serve(new App, ['options' => \$options, 'before' => function (\$server) { \$GLOBALS['server'] = \$server; }]);
        PHP, ['ini' => ['error_log' => '/dev/stderr', 'log_errors' => '1', 'display_errors' => '0']]);
}

function show(string $title, TestServer $server): void
{
    echo "$title: ", preg_replace(['/^\[.*?\] /m', '/ in \S+:\d+/', '/after [\d.]+ s/'], ['', ' in FILE', 'after N s'],
        $server->out() . $server->err());
}

$server = server('throw new LogicException("call $calls");');
WsClient::connect($server->port)->disconnect();
$server->waitErr('call 2');
$client = WsClient::connect($server->port)->text('alive')->expectText('alive');
$server->waitErr('call 3');
$server->finish();
show('exception', $server);

$server = server('echo "line\n"; exit("bye\n");');
$client = WsClient::connect($server->port);
$server->wait();
show('exit', $server);

$server = server('echo "line\n"; nothing();', 'info');
$client = WsClient::connect($server->port)->text('alive')->expectText('alive');
$server->waitErr('thrown');
$server->finish();
show('error', $server);

$server = server('ini_set("memory_limit", "8M"); str_repeat("x", 1 << 26);');
WsClient::connect($server->port);
$server->wait();
echo 'fatal: ', preg_match('/Allowed memory size/', $server->err()), preg_match('/^end$/m', $server->out()), "\n";

/* Each end is a further line. */
$server = server('foreach (App::$all as $conn) { $conn->close(); } App::$all = []; $log = null; unset($GLOBALS["options"], '
    . '$GLOBALS["log"]); gc_collect_cycles(); echo "$level\n";');
WsClient::connect($server->port)->expectClose(1000)->close()->expectEof();
$server->waitOut("info\nclosed\ninfo\n");
$server->finish();
show('close and unset', $server);

/* A line that causes lines, for ever: others are served meanwhile. */
$server = server('if ($calls === 3) { echo "again\n"; } if (str_contains($line, "accepted")) { '
    . 'stream_socket_client("tcp:" . strstr($GLOBALS["server"]->socket->getAddress(), "//")); }', 'debug');
WsClient::connect($server->port)->text('alive')->expectText('alive');
$server->waitOut('again');
WsClient::connect($server->port)->text('alive')->expectText('alive');
$server->finish();
echo 'for ever: ', $server->err(), preg_match('/^end$/m', $server->out()), "\n";

/* In a run of the loop inside it no other line is delivered; of those that wait there are only so many. */
$server = server('if ($calls === 1) { (new WsChat\Loop)->run(); echo "back\n"; } elseif (str_contains($line, "dropped")) { '
    . 'echo "$level ", preg_replace("/^\d+/", "N", $line), ", call $calls\n"; }', 'debug');
for ($i = 0; $i < 400; $i++) {
    (new WsClient($server->port))->write("nonsense\r\n\r\n")->readAll();
}
$last = WsClient::connect($server->port, [], '/stop');
$server->wait();
show('run', $server);
?>
--EXPECT--
exception: closed
end
wschat: log() has thrown LogicException: call 1 in FILE
wschat: log() has thrown LogicException: call 2 in FILE
wschat: log() has thrown LogicException: call 3 in FILE
exit: line
bye
end
error: line
end
wschat: log() has thrown Error: Call to undefined function nothing() in FILE
fatal: 11
close and unset: info
closed
info
end
for ever: 1
run: back
warning N lines of the log were dropped: 1000 have waited for the callable of the option log, call 1002
end
