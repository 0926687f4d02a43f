package cachescope.engine.traffic;

import cachescope.engine.event.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a command of Redis does to the values of which keys. Commands that change a part of a value
 * (INCR, HSET, LPUSH, HDEL) write it. Commands that neither read nor change a value are not among
 * these: those that only touch a time to live (EXPIRE, PERSIST, TOUCH) or ask for it, those of
 * scripts, transactions, connections and the server.
 */
record RedisCommand(Operation operation, Keys keys) {

    /** Which of a command's arguments are keys. */
    enum Keys {
        FIRST,
        FIRST_TWO,
        SECOND,
        ALL,
        EVERY_OTHER
    }

    private static final Map<String, RedisCommand> BY_NAME = table();

    static Optional<RedisCommand> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The indices of the keys among so many arguments, of which the command's name is number 0. */
    List<Integer> keyIndices(int arguments) {
        int last = arguments - 1;
        var indices =
                switch (keys) {
                    case FIRST -> IntStream.rangeClosed(1, Math.min(1, last));
                    case FIRST_TWO -> IntStream.rangeClosed(1, Math.min(2, last));
                    case SECOND -> IntStream.rangeClosed(2, Math.min(2, last));
                    case ALL -> IntStream.rangeClosed(1, last);
                    case EVERY_OTHER ->
                            IntStream.rangeClosed(1, last).filter(index -> index % 2 == 1);
                };
        return indices.boxed().toList();
    }

    private static Map<String, RedisCommand> table() {
        var table = new HashMap<String, RedisCommand>();
        put(table, Operation.READ, Keys.ALL, "MGET EXISTS SINTER SUNION SDIFF PFCOUNT");
        put(
                table,
                Operation.READ,
                Keys.FIRST,
                """
                GET GETEX GETRANGE SUBSTR STRLEN GETBIT BITCOUNT BITPOS BITFIELD_RO DUMP
                HGET HMGET HGETALL HKEYS HVALS HLEN HEXISTS HSTRLEN HSCAN HRANDFIELD
                LRANGE LINDEX LLEN LPOS
                SMEMBERS SISMEMBER SMISMEMBER SCARD SRANDMEMBER SSCAN
                ZRANGE ZREVRANGE ZRANGEBYSCORE ZREVRANGEBYSCORE ZRANGEBYLEX ZREVRANGEBYLEX ZSCORE ZMSCORE ZRANK ZREVRANK
                ZCARD ZCOUNT ZLEXCOUNT ZSCAN ZRANDMEMBER
                XRANGE XREVRANGE XLEN GEOPOS GEODIST GEOHASH GEOSEARCH GEORADIUS_RO GEORADIUSBYMEMBER_RO\
                """);
        put(
                table,
                Operation.WRITE,
                Keys.FIRST,
                """
                SET SETEX PSETEX SETNX GETSET APPEND SETRANGE SETBIT BITFIELD RESTORE
                INCR INCRBY INCRBYFLOAT DECR DECRBY
                HSET HMSET HSETNX HINCRBY HINCRBYFLOAT HDEL
                LPUSH RPUSH LPUSHX RPUSHX LPOP RPOP LSET LINSERT LTRIM LREM
                SADD SREM SPOP SINTERSTORE SUNIONSTORE SDIFFSTORE
                ZADD ZREM ZINCRBY ZPOPMIN ZPOPMAX ZREMRANGEBYRANK ZREMRANGEBYSCORE ZREMRANGEBYLEX
                ZUNIONSTORE ZINTERSTORE ZDIFFSTORE ZRANGESTORE
                PFADD PFMERGE GEOADD GEOSEARCHSTORE XADD XDEL XTRIM\
                """);
        put(table, Operation.WRITE, Keys.FIRST_TWO, "RPOPLPUSH LMOVE SMOVE");
        put(table, Operation.WRITE, Keys.SECOND, "BITOP COPY");
        put(table, Operation.WRITE, Keys.EVERY_OTHER, "MSET MSETNX");
        put(table, Operation.DELETE, Keys.ALL, "DEL UNLINK");
        put(table, Operation.DELETE, Keys.FIRST, "GETDEL");
        return Map.copyOf(table);
    }

    private static void put(
            Map<String, RedisCommand> table, Operation operation, Keys keys, String names) {
        for (var name : names.split("\\s+", -1)) {
            table.put(name, new RedisCommand(operation, keys));
        }
    }
}
