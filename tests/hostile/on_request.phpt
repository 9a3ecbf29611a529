--TEST--
Harm in the callable of on_request: exceptions, wrong returns, exit(), fatal errors, close, unset, nested runs, Fibers
--FILE--
<?php
require __DIR__ . "/../include/server.inc";
require __DIR__ . "/../include/client.inc";
require __DIR__ . "/hostile.inc";

function server(string $harm, string $options = ''): TestServer
{
    return TestServer::code('
        require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
        ini_set("log_errors", "1");
        final class Open extends Ratchet\Server\EchoServer {
            public function onOpen(Ratchet\ConnectionInterface $conn) { echo "onOpen\n"; }
            public function onClose(Ratchet\ConnectionInterface $conn) { echo "onClose\n"; }
        }
        $count = 0;
        $kept = null;
        $io = null;
        $harm = function ($request, $conn) use (&$count, &$kept, &$io) { ' . $harm . ' };
        serve(new Open, ["options" => ["on_request" => function (...$arguments) use (&$count, $harm) {
            return ++$count === 1 ? $harm(...$arguments) : null;
        }, ' . $options . '], "before" => function ($server) use (&$io) { $io = $server; }]);
        echo "stopped\n";
    ', ['ini' => ['error_log' => '/dev/stderr', 'html_errors' => '0', 'display_errors' => '0']]);
}

/* The first request meets the harm, the second is served, or the server has ended. */
function harm(string $name, string $harm, string $options = '', bool $ends = false): void
{
    $server = server($harm, $options);
    $answer = (new WsClient($server->port))->write(WsClient::upgradeHead())->readAll();
    $line = strtok($answer, "\r\n") ?: 'nothing';
    if ($name === 'fatal' && str_contains($line, ' 500 ')) {
        $line = 'nothing'; /* some PHP 8.2 and later leave as exit() does, others at once */
    }
    echo "$name: $line\n";
    if ($ends) {
        echo '    ', report($server);
    } else {
        $client = WsClient::connect($server->port);
        $client->text('still there')->expectText('still there');
        $client->close(1000)->expectClose(1000);
        $server->waitOut('onClose');
        $status = $server->finish();
        echo '    ', trim(preg_replace('/\n+/', ' | ', $server->out()), ' |'), " => status $status\n";
    }
    preg_match('/(wschat: .*?|PHP Fatal error: .*?|PHP Warning: .*?)(?= in \/|$)/m', $server->err(), $log);
    echo isset($log[1]) ? '    ' . preg_replace('/( at \S+:\d+)? \(tried to.*/', '', $log[1]) . "\n" : '';
}

harm('Exception', 'throw new Exception("harm");');
harm('Error', 'nothing();');
foreach (['true', '"403"', '4.5', '99', '101', '600', '[]', '["403"]', '[403, "X: y"]', '[403, [], 5]', '[403, [], "", 1]', '["status" => 403]',
          '$conn', '[403, ["A B" => "c"]]', '[403, ["A" => "b\r\nC: d"]]', 'new WsChat\Psr7\Response(101)'] as $wrong) {
    harm("return $wrong", "return $wrong;");
}
harm('a body that throws', 'return [403, [], new class { public function __toString() { throw new Exception("text"); } }];');
harm('exit', 'exit(7);', '', true);
harm('exit, finally', 'try { exit(7); } finally { $conn->close(); }', '', true);
harm('fatal', 'ini_set("memory_limit", "8M"); str_repeat("x", 1 << 26);', '', true);
harm('close, then null', '$conn->close(); $kept = $conn;');
harm('close, then a status', '$conn->close(); return 403;');
harm('unset', '$io->app = null; unset($io->app, $io->socket); gc_collect_cycles(); return 403;');
harm('ban', 'WsChat\Server::from($io)->ban($conn->remoteAddress); WsChat\Server::from($io)->unban($conn->remoteAddress);');
harm('stop of a nested run', '$io->loop->futureTick(fn() => $io->loop->stop()); $io->loop->run(); $io->loop->futureTick(fn() => 1); return 403;', '', true);
harm('a Fiber', '$fiber = new Fiber(function () { Fiber::suspend(); }); $fiber->start(); $kept = $fiber; return 403;');
harm('waiting', 'WsChat\delay(0.01); return 403;');
harm('waiting, with await', 'WsChat\delay(0.01); return 403;', '"await" => true');
harm('kept', '$kept = [$conn, $request]; $conn->x = $conn; return 403;');
?>
--EXPECT--
Exception: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown Exception: harm
Error: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown Error: Call to undefined function nothing()
return true: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown TypeError: on_request must return null to let the request pass, a status from 200 to 599, an array [status, headers, body], or a Psr\Http\Message\ResponseInterface; bool returned
return "403": HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown TypeError: on_request must return null to let the request pass, a status from 200 to 599, an array [status, headers, body], or a Psr\Http\Message\ResponseInterface; string returned
return 4.5: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown TypeError: on_request must return null to let the request pass, a status from 200 to 599, an array [status, headers, body], or a Psr\Http\Message\ResponseInterface; float returned
return 99: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown ValueError: on_request must return a status from 200 to 599, 99 returned
return 101: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown ValueError: on_request must return a status from 200 to 599, 101 returned
return 600: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown ValueError: on_request must return a status from 200 to 599, 600 returned
return []: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown TypeError: on_request must return null to let the request pass, a status from 200 to 599, an array [status, headers, body], or a Psr\Http\Message\ResponseInterface; array returned
return ["403"]: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown TypeError: on_request must return null to let the request pass, a status from 200 to 599, an array [status, headers, body], or a Psr\Http\Message\ResponseInterface; array returned
return [403, "X: y"]: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown TypeError: on_request must return null to let the request pass, a status from 200 to 599, an array [status, headers, body], or a Psr\Http\Message\ResponseInterface; array returned
return [403, [], 5]: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown TypeError: on_request must return null to let the request pass, a status from 200 to 599, an array [status, headers, body], or a Psr\Http\Message\ResponseInterface; array returned
return [403, [], "", 1]: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown TypeError: on_request must return null to let the request pass, a status from 200 to 599, an array [status, headers, body], or a Psr\Http\Message\ResponseInterface; array returned
return ["status" => 403]: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown TypeError: on_request must return null to let the request pass, a status from 200 to 599, an array [status, headers, body], or a Psr\Http\Message\ResponseInterface; array returned
return $conn: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown TypeError: on_request must return null to let the request pass, a status from 200 to 599, an array [status, headers, body], or a Psr\Http\Message\ResponseInterface; Ratchet\Server\IoConnection returned
return [403, ["A B" => "c"]]: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown InvalidArgumentException: "A B" is not valid header name.
return [403, ["A" => "b\r\nC: d"]]: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown InvalidArgumentException: "b  C: d" is not valid header value.
return new WsChat\Psr7\Response(101): HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown ValueError: on_request must return a status from 200 to 599, 101 returned
a body that throws: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown Exception: text
exit: HTTP/1.1 500 Internal Server Error
     => status 7
exit, finally: HTTP/1.1 500 Internal Server Error
     => status 7
fatal: nothing
     => status 255
    PHP Fatal error:  Allowed memory size of 8388608 bytes exhausted
close, then null: nothing
    onOpen | onClose | stopped => status 0
close, then a status: nothing
    onOpen | onClose | stopped => status 0
unset: HTTP/1.1 403 Forbidden
    onOpen | onClose | stopped => status 0
ban: HTTP/1.1 403 Forbidden
    onOpen | onClose | stopped => status 0
stop of a nested run: HTTP/1.1 403 Forbidden
    stopped => status 0
a Fiber: HTTP/1.1 403 Forbidden
    onOpen | onClose | stopped => status 0
waiting: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown FiberError: Cannot wait outside of a Fiber: give the server the option "await", or start a Fiber
waiting, with await: HTTP/1.1 500 Internal Server Error
    onOpen | onClose | stopped => status 0
    wschat: on_request() has thrown FiberError: Cannot wait outside of a Fiber: give the server the option "await", or start a Fiber
kept: HTTP/1.1 403 Forbidden
    onOpen | onClose | stopped => status 0
