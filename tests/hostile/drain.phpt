--TEST--
onDrain() that exits, throws, closes, unsets everything or sends more: what becomes of the server, and of the next client
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$cases = [
    'exit' => 'exit(7);',
    'throw' => 'throw new Exception("harm");',
    'error' => 'throw new Error("harm");',
    'close' => '$conn->close(4000);',
    'close and throw' => '$conn->close(4000); throw new Exception("harm");',
    'unset' => 'unset($io->app, $io->loop, $io->socket, $GLOBALS["io"]); unset($conn); $io = null; gc_collect_cycles();',
    'send' => 'for ($i = 0; $i < 1000; $i++) { $conn->send("more"); } $conn->close(4000);',
    'run' => 'try { $io->run(); } catch (Throwable $e) { echo get_class($e), "\n"; }',
];
foreach ([false, true] as $await) {
    foreach ($cases as $name => $harm) {
        if ($await && $name === 'run') {
            continue;
        }
        $server = TestServer::code('
            require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
            final class App extends Ratchet\Server\EchoServer implements WsChat\DrainInterface {
                private bool $done = false;
                function onDrain(Ratchet\ConnectionInterface $conn) {
                    if ($this->done) {
                        return;
                    }
                    $this->done = true;
                    echo "harm\n";
                    $io = $GLOBALS["io"];
                    ' . $harm . '
                }
                function onError(Ratchet\ConnectionInterface $conn, Exception $e) {
                    echo "onError: ", $e->getMessage(), "\n";
                    $conn->close();
                }
            }
            $witness = new Witness;
            serve(new App, [
                "options" => ["high_water_mark" => 1000, "low_water_mark" => 0, "await" => ' . var_export($await, true) . '],
                "before" => function ($server) { $GLOBALS["io"] = $server; },
            ]);
        ');
        $client = WsClient::connect($server->port)->text(str_repeat('a', 2000));
        $server->waitOut("harm\n");
        if ($name !== 'exit') { /* which is a reset for those who have not read yet */
            $client->expectText(str_repeat('a', 2000));
            $other = WsClient::connect($server->port);
            $other->text('b')->expectText('b');
            $name === 'unset' ? $server->stop() : $server->finish(); /* it has nothing left to stop */
        }
        echo $name, $await ? ' with await: ' : ': ', report($server);
    }
}
?>
--EXPECT--
exit: harm | destructor => status 7
throw: harm | onError: harm | destructor => status 0
error: harm | onError: harm | destructor => status 0
close: harm | destructor => status 0
close and throw: harm | onError: harm | destructor => status 0
unset: harm => status 137
send: harm | destructor => status 0
run: harm | destructor => status 0
exit with await: harm | destructor => status 7
throw with await: harm | onError: harm | destructor => status 0
error with await: harm | onError: harm | destructor => status 0
close with await: harm | destructor => status 0
close and throw with await: harm | onError: harm | destructor => status 0
unset with await: harm => status 137
send with await: harm | destructor => status 0
