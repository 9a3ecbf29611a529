--TEST--
A connection inside itself: dumps, casts, comparison and encoding end
--FILE--
<?php
class App extends Ratchet\Server\EchoServer
{
    public function onOpen($conn)
    {
        $conn->self = $conn;
        $conn->list = [&$conn->list, $conn];
        foreach (['var_dump', 'print_r', 'var_export', 'debug_zval_refcount', 'json_encode', 'serialize', 'http_build_query',
                  'iterator_to_array', 'get_object_vars', 'get_mangled_object_vars', 'array_keys', 'settype'] as $function) {
            if (!function_exists($function)) {
                continue;
            }
            ob_start();
            try {
                $copy = $conn;
                $result = $function === 'settype' ? settype($copy, 'array') : @$function($conn, ...($function === 'print_r' || $function === 'var_export' ? [true] : []));
                $result = is_scalar($result) || $result === null ? gettype($result) : get_debug_type($result);
            } catch (Throwable $e) {
                $result = get_class($e);
            }
            ob_end_clean();
            echo "$function: $result\n";
        }
        var_dump($conn == $conn, $conn == clone_of(), in_array($conn, [$conn]), [$conn] == [$conn], $conn <=> $conn);
        var_dump(array_key_exists('self', (array) $conn), count((array) $conn) > 2);
        $GLOBALS['io']->loop->stop();
    }
    public function onError(Ratchet\ConnectionInterface $conn, Exception $e) { echo $e->getMessage(), "\n"; $GLOBALS['io']->loop->stop(); }
}
function clone_of() { return new stdClass; }
$io = Ratchet\Server\IoServer::factory(new App, 0, '127.0.0.1');
$stream = stream_socket_client($io->socket->getAddress());
$io->run();
gc_collect_cycles();
echo "end\n";
?>
--EXPECT--
var_dump: NULL
print_r: string
var_export: string
json_encode: boolean
serialize: Exception
http_build_query: string
iterator_to_array: TypeError
get_object_vars: array
get_mangled_object_vars: array
array_keys: TypeError
settype: boolean
bool(true)
bool(false)
bool(true)
bool(true)
int(0)
bool(true)
bool(true)
end
