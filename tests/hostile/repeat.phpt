--TEST--
php --repeat: the same process runs the script again, whatever way it has ended, and serves on a port of its own
--FILE--
<?php
require __DIR__ . '/../include/client.inc';

/* PHP says "Executing for the first time" and the like between them. */
function repeated(string $ending): string
{
    $file = tempnam(sys_get_temp_dir(), 'wschat-repeat');
    file_put_contents($file, '<?php
        final class App extends Ratchet\Server\EchoServer
        {
            public $io;
            public $all = [];
            public function onOpen(Ratchet\ConnectionInterface $conn) { $conn->self = $conn; $this->all[] = $conn; $conn->send("opened"); }
            public function onMessage(Ratchet\ConnectionInterface $conn, $message)
            {
                static $keeps;
                $keeps[] = $conn;
                echo "got $message from {$conn->resourceId}\n";
                $conn->send($message);
                $this->io->loop->addPeriodicTimer(1000, fn() => $this);
                $this->io->loop->futureTick(function () { ' . $ending . ' });
            }
        }
        $app = new App;
        $app->io = $io = Ratchet\Server\IoServer::factory(new Ratchet\Http\HttpServer(new Ratchet\WebSocket\WsServer($app)), 0, "127.0.0.1", ["await" => true]);
        fwrite(STDERR, "port " . parse_url($io->socket->getAddress(), PHP_URL_PORT) . "\n");
        register_shutdown_function(fn() => print("shutdown\n"));
        $io->run();
        echo "behind\n";
    ');
    $command = 'exec ' . escapeshellarg(getenv('TEST_PHP_EXECUTABLE') ?: PHP_BINARY) . ' --repeat 2 '
        . getenv('TEST_PHP_EXTRA_ARGS') . ' -d display_errors=0 -d log_errors=0 -d error_reporting='
        . (E_ALL & ~E_DEPRECATED) . ' ' . escapeshellarg($file);
    $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
    $said = '';
    for ($run = 0; $run < 2; $run++) {
        do {
            $line = fgets($pipes[2]);
            $said .= $line;
        } while ($line !== false && !preg_match('/^port (\d+)$/', $line, $match));
        if ($line === false) {
            break;
        }
        $said = '';
        try {
            $client = WsClient::connect((int) $match[1]);
            $client->expectText('opened')->text("message $run")->expectText("message $run")->expectClose(1001)->close(1001)->expectEof();
            $client->disconnect();
        } catch (WsClientException) { /* most endings say nothing */
        }
    }
    $out = stream_get_contents($pipes[1]);
    $said .= stream_get_contents($pipes[2]);
    $status = proc_close($process);
    unlink($file);
    $said = preg_replace('/^\s+|Executing for the.*\n|Finished execution.*\n|\x1b\[[\d;]*m/', '', $said);
    return implode(' | ', preg_grep('/^(got|shutdown|behind)/', explode("\n", $out))) . " => $status" . ($said === '' ? '' : "\n$said") . "\n";
}

echo 'stop: ', repeated('$this->io->loop->stop();');
echo 'stop in order: ', repeated('WsChat\Server::from($this->io)->stop(20);');
echo 'exit: ', repeated('exit(0);');
echo 'exception: ', repeated('throw new Exception("harm");');
echo 'error: ', repeated('trigger_error("harm", E_USER_ERROR);');
?>
--EXPECT--
stop: got message 0 from 1 | behind | shutdown | got message 1 from 1 | behind | shutdown => 0
stop in order: got message 0 from 1 | behind | shutdown | got message 1 from 1 | behind | shutdown => 0
exit: got message 0 from 1 | shutdown | got message 1 from 1 | shutdown => 0
exception: got message 0 from 1 | shutdown | got message 1 from 1 | shutdown => 255
error: got message 0 from 1 | shutdown | got message 1 from 1 | shutdown => 255
