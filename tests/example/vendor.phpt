--TEST--
The tutorial's chat with its autoload line and a real vendor/ beside it runs on the native classes
--SKIPIF--
<?php require __DIR__ . '/vendor.inc'; skip_unless_package('cboden/ratchet'); ?>
--FILE--
<?php
require __DIR__ . '/../include/server.inc';
require __DIR__ . '/../include/client.inc';
require __DIR__ . '/chat.inc';
require __DIR__ . '/vendor.inc';

$edit = function (string $code, string $folder): string {
    symlink(vendor_folder(), "$folder/vendor");

    /* The tutorial's line as the first statement, and before the class the question where the names come from. */
    $question = <<<'PHP'
    echo 'autoloader: ', class_exists('Composer\Autoload\ClassLoader', false) ? 'vendor' : 'none', "\n";
    foreach ([
        IoServer::class, HttpServer::class, WsServer::class,
        MessageComponentInterface::class, ConnectionInterface::class,
        'Ratchet\Server\IoConnection', 'Ratchet\WebSocket\WsConnection', 'Ratchet\RFC6455\Messaging\Frame',
    ] as $name) {
        echo $name, ': ', (new ReflectionClass($name))->isInternal() ? 'native' : 'vendor', "\n";
    }

    PHP;
    $parts = ['/^<\?php\n/' => "\$0require 'vendor/autoload.php';\n", '/^class Chat /m' => "$question\$0"];
    $copy = preg_replace(array_keys($parts), array_values($parts), $code, -1, $count);
    if ($count !== 2) {
        throw new Exception('the example does not look as it should');
    }
    return $copy;
};
$server = TestServer::example(__DIR__ . '/../../php-examples/server.php', 8080, QUIET, $edit);
chat($server);
echo "--- stderr\n", $server->err();
?>
--EXPECT--
autoloader: vendor
Ratchet\Server\IoServer: native
Ratchet\Http\HttpServer: native
Ratchet\WebSocket\WsServer: native
Ratchet\MessageComponentInterface: native
Ratchet\ConnectionInterface: native
Ratchet\Server\IoConnection: native
Ratchet\WebSocket\WsConnection: native
Ratchet\RFC6455\Messaging\Frame: native
New client connected: #1
New client connected: #2
New client connected: #3
Received message from #1: hello from the first
Received message from #3: grüße <b>&amp;</b> 🐘
Received message from #2: 
Client disconnected: #2
Client disconnected: #1
Received message from #3: am I alone?
--- ids grow: yes
--- still running: yes
--- stderr
