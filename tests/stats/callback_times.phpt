--TEST--
Stats: callback_times: each callback once under its name, whatever it does: throw, run the loop, wait, exit
--FILE--
<?php
require __DIR__ . '/stats.inc';

$code = <<<'PHP'
    class App extends Ratchet\Server\EchoServer {
        function onMessage(Ratchet\ConnectionInterface $conn, $msg) {
            switch ($msg) {
                case 'throw':
                    throw new Exception;
                case 'nested':
                    $GLOBALS['io']->loop->futureTick(fn() => $GLOBALS['io']->loop->stop()); /* which ends the outer run, too */
                    $GLOBALS['io']->loop->run();
                    break;
                case 'wait':
                    WsChat\delay(0.001);
                    break;
                case 'slow':
                    usleep(1100000);
                    break;
                case 'exit':
                    exit(3);
                case 'show':
                    $conn->send(show());
                    return;
            }
            $conn->send('done');
        }
        function onError(Ratchet\ConnectionInterface $conn, Exception $e) { usleep(2000); }
    }
    function show() {
        $stats = WsChat\Server::from($GLOBALS['io'])->stats();
        $times = $stats->callbacks;
        foreach ($times as $name => $time) {
            $last = array_key_last($time['buckets']);
            if ($last !== '+Inf' || $time['buckets'][$last] !== $time['count'] || ($time['sum'] > 0) > $time['count']) {
                return "wrong: $name " . json_encode($time);
            }
        }
        return json_encode(array_map(fn($time) => $time['count'], $times) + ['slow' =>
            ($times['onMessage']['count'] ?? 0) - ($times['onMessage']['buckets'][1] ?? 0)]);
    }
    register_shutdown_function(fn() => print(show() . "\n"));
    PHP;
foreach (['[]', '["callback_times" => true]', '["callback_times" => true, "await" => true]'] as $options) {
    echo "-- $options\n";
    $server = TestServer::code("$code serve(new App, ['before' => fn(\$io) => \$GLOBALS['io'] = \$io, 'options' => $options]); \$io->run();",
        ['ini' => ['error_log' => '/dev/null']]);
    $client = WsClient::connect($server->port);
    echo $client->text('show')->readMessage(), "\n";
    $client->text('slow')->expectText('done');
    echo 'slow ', $client->text('show')->readMessage(), "\n";
    $client->text('throw')->sync();
    echo 'throw ', $client->text('show')->readMessage(), "\n";
    $client->text('nested')->expectText('done');
    echo 'nested ', $client->text('show')->readMessage(), "\n";
    if (str_contains($options, 'await')) {
        $client->text('wait')->expectText('done');
        echo 'wait ', $client->text('show')->readMessage(), "\n";
    }
    $other = WsClient::connect($server->port);
    $other->close(1000)->expectClose(1000)->expectEof();
    echo 'another ', $client->text('show')->readMessage(), "\n";
    $client->text('exit');
    echo $server->wait(), ' ', $server->out(), $server->err();
}
?>
--EXPECT--
-- []
{"slow":0}
slow {"slow":0}
throw {"slow":0}
nested {"slow":0}
another {"slow":0}
3 {"slow":0}
-- ["callback_times" => true]
{"onOpen":1,"onMessage":0,"onClose":0,"onError":0,"other":0,"slow":0}
slow {"onOpen":1,"onMessage":2,"onClose":0,"onError":0,"other":0,"slow":1}
throw {"onOpen":1,"onMessage":4,"onClose":0,"onError":1,"other":0,"slow":1}
nested {"onOpen":1,"onMessage":6,"onClose":0,"onError":1,"other":1,"slow":1}
another {"onOpen":2,"onMessage":7,"onClose":1,"onError":1,"other":1,"slow":1}
3 {"onOpen":2,"onMessage":9,"onClose":1,"onError":1,"other":1,"slow":1}
-- ["callback_times" => true, "await" => true]
{"onOpen":1,"onMessage":0,"onClose":0,"onError":0,"other":0,"slow":0}
slow {"onOpen":1,"onMessage":2,"onClose":0,"onError":0,"other":0,"slow":1}
throw {"onOpen":1,"onMessage":4,"onClose":0,"onError":1,"other":0,"slow":1}
nested {"onOpen":1,"onMessage":6,"onClose":0,"onError":1,"other":1,"slow":1}
wait {"onOpen":1,"onMessage":8,"onClose":0,"onError":1,"other":2,"slow":1}
another {"onOpen":2,"onMessage":9,"onClose":1,"onError":1,"other":2,"slow":1}
3 {"onOpen":2,"onMessage":11,"onClose":1,"onError":1,"other":2,"slow":1}
