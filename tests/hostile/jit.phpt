--TEST--
Many echoes and a broadcast under opcache, with the tracing JIT and with that of functions
--SKIPIF--
<?php
require __DIR__ . '/../include/skip.inc';
$jit = trim((string) shell_exec(escapeshellarg(PHP_BINARY) . ' -n ' . (extension_loaded('Zend OPcache') ? '' : '-d zend_extension=' . PHP_EXTENSION_DIR . '/opcache.so ')
    . '-d opcache.enable_cli=1 -d opcache.jit=tracing -d opcache.jit_buffer_size=32M -r '
    . escapeshellarg('echo (int) !empty((function_exists("opcache_get_status") ? opcache_get_status(false) : [])["jit"]["on"]);') . ' 2>/dev/null'));
if (substr($jit, -1) !== '1') {
    skip_because('needs opcache with JIT');
}
?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/hostile.inc';

$code = '
    require ' . var_export(__DIR__ . '/hostile.inc', true) . ';
    final class App implements Ratchet\MessageComponentInterface
    {
        private SplObjectStorage $clients;
        public int $count = 0;
        public function __construct() { $this->clients = new SplObjectStorage; }
        public function onOpen(Ratchet\ConnectionInterface $conn) { $this->clients[$conn] = $conn->resourceId; $conn->seen = 0; }
        public function onMessage(Ratchet\ConnectionInterface $from, $message)
        {
            $this->count++;
            $from->seen++;
            if ($message === "throw") {
                throw new Exception("thrown");
            }
            if ($message === "stop") {
                $status = function_exists("opcache_get_status") ? opcache_get_status(false) : false;
                echo empty($status["jit"]["on"]) ? "no JIT\n" : "JIT\n";
                $GLOBALS["io"]->loop->stop();
                return;
            }
            foreach ($this->clients as $client) {
                $client->send($from === $client ? "$message {$from->seen}" : $message);
            }
        }
        public function onClose(Ratchet\ConnectionInterface $conn) { unset($this->clients[$conn]); }
        public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { $conn->send($e->getMessage()); }
    }
    serve(new App, ["before" => fn($io) => $GLOBALS["io"] = $io]);
';
if (!extension_loaded('Zend OPcache')) {
    putenv('TEST_PHP_EXTRA_ARGS=' . getenv('TEST_PHP_EXTRA_ARGS') . ' -d zend_extension=' . PHP_EXTENSION_DIR . '/opcache.so');
}
foreach (['tracing', 'function'] as $mode) {
    $options = ['ini' => ['opcache.enable_cli' => '1', 'opcache.jit' => $mode, 'opcache.jit_buffer_size' => '32M',
                          'opcache.jit_hot_func' => '2', 'opcache.jit_hot_loop' => '2', 'opcache.jit_hot_return' => '2']];
    $server = TestServer::code($code, $options);
    $clients = [WsClient::connect($server->port), WsClient::connect($server->port), WsClient::connect($server->port)];
    for ($round = 0; $round < 300; $round++) {
        foreach ($clients as $i => $client) {
            $client->text("m$i");
            foreach ($clients as $j => $other) {
                $other->expectText($i === $j ? 'm' . $i . ' ' . ($round + 1 + intdiv($round, 50)) : "m$i");
            }
            if ($round % 50 === 49) {
                $client->text('throw')->expectText('thrown');
            }
        }
    }
    $clients[0]->text('stop');
    echo "$mode: ", report($server), $server->err();
}
?>
--EXPECT--
tracing: JIT => status 0
function: JIT => status 0
